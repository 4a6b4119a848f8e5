import { Deliveries, type DeliveryOptions } from "../common/deliveries"
import type { RazorpayEvent } from "./objects"
import { webhookSignature } from "./signature"
import { newName } from "./state"

export type Forgery =
  /** Signed with another secret. */
  | "secret"
  /** The body was changed after signing. */
  | "body"
  /** No signature at all. */
  | "unsigned"

export type WebhookOptions = DeliveryOptions & {
  accountId: string
  /** The store has taken one. */
  onDelivered?: () => void
}

/** Tells the store of events as Razorpay does. */
export class Webhooks extends Deliveries<
  RazorpayEvent,
  Forgery,
  WebhookOptions
> {
  protected readonly manner = {
    headers: {
      "content-type": "application/json",
      "user-agent": "Razorpay-Webhook/v1",
    },
    timeoutMs: 5_000,
  }

  /** The objects are copied as they are now: that is what makes an event old. */
  emit(event: string, objects: Record<string, object>): RazorpayEvent {
    const entities = Object.entries(objects).map(([name, entity]) => [
      name,
      { entity: structuredClone(entity) },
    ])
    const made: RazorpayEvent = {
      id: newName(),
      secret: this.options.secret,
      isDue: false,
      body: {
        entity: "event",
        account_id: this.options.accountId,
        event,
        contains: Object.keys(objects),
        payload: Object.fromEntries(entities),
        created_at: Math.floor(Date.now() / 1000),
      },
    }
    this.add(made)
    return made
  }

  /** What happens meanwhile, the store is never told of. */
  inSilence(work: () => void) {
    const { plan } = this
    this.plan = { drop: true }
    try {
      work()
    } finally {
      this.plan = plan
    }
  }

  /** Takes over events of an earlier run, and sends those that the store has not taken. */
  resume(events: RazorpayEvent[]) {
    this.events.push(...events)
    events.filter(({ isDue }) => isDue).forEach((event) => this.send(event))
  }

  signed({ id, secret, body }: RazorpayEvent) {
    const text = JSON.stringify(body)
    return {
      body: text,
      headers: {
        "x-razorpay-signature": webhookSignature(text, secret),
        "x-razorpay-event-id": id,
      },
    }
  }

  protected typeOf({ body }: RazorpayEvent) {
    return body.event
  }

  protected override onDue(event: RazorpayEvent) {
    event.isDue = true
  }

  protected override onTaken(event: RazorpayEvent) {
    event.isDue = false
    this.options.onDelivered?.()
  }

  protected forged(event: RazorpayEvent, forgery: Forgery) {
    const { body, headers } = this.signed(event)
    const id = { "x-razorpay-event-id": event.id }
    const bySomeone = webhookSignature(body, "the secret of an attacker")
    const forgeries = {
      secret: { body, headers: { ...id, "x-razorpay-signature": bySomeone } },
      body: { body: body.replace(/"amount":\d+/, '"amount":1') + " ", headers },
      unsigned: { body, headers: id },
    }
    return forgeries[forgery]
  }
}
