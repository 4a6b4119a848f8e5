import { randomBytes } from "node:crypto"
import { Deliveries, type DeliveryOptions } from "../common/deliveries"
import type { StripeEvent } from "./objects"
import { signatureHeader } from "./signature"

const API_VERSION = "2024-04-10"

export type Forgery =
  /** Signed with another secret. */
  | "secret"
  /** The body was changed after signing. */
  | "body"
  /** A true signature of ten minutes ago. */
  | "stale"
  /** No signature at all. */
  | "unsigned"

export type WebhookOptions = DeliveryOptions

/** Tells the store of events as Stripe does. */
export class Webhooks extends Deliveries<StripeEvent, Forgery> {
  protected readonly manner = {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    },
    timeoutMs: 10_000,
  }

  /** The object is copied as it is now: that is what makes an event old. */
  emit(type: string, object: object, previousAttributes?: object) {
    this.add({
      id: `evt_${randomBytes(12).toString("hex")}`,
      object: "event",
      api_version: API_VERSION,
      created: Math.floor(Date.now() / 1000),
      livemode: false,
      type,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      data: {
        object: structuredClone(object),
        ...(previousAttributes && { previous_attributes: previousAttributes }),
      },
    })
  }

  signed(event: StripeEvent, now = Date.now()) {
    const body = JSON.stringify(event)
    const { secret } = this.options
    const header = signatureHeader(body, secret, Math.floor(now / 1000))
    return { body, headers: { "stripe-signature": header } }
  }

  protected typeOf({ type }: StripeEvent) {
    return type
  }

  protected forged(event: StripeEvent, forgery: Forgery) {
    const now = Math.floor(Date.now() / 1000)
    const { body, headers } = this.signed(event)
    const { secret } = this.options
    const bySecret = (key: string, at: number) => ({
      "stripe-signature": signatureHeader(body, key, at),
    })
    const forgeries = {
      secret: { body, headers: bySecret("whsec_of_an_attacker", now) },
      body: { body: body.replace(/"amount":\d+/, '"amount":1') + " ", headers },
      stale: { body, headers: bySecret(secret, now - 600) },
      unsigned: { body, headers: {} as Record<string, string> },
    }
    return forgeries[forgery]
  }
}
