import { createHash } from "node:crypto"
import {
  type RawWebhook,
  type VerifiedWebhook,
  WebhookRefused,
} from "../../utils/payment-webhook"
import { isSameText } from "../../utils/same-text"
import { hmacHex } from "./signature"

/** What of an event is kept: the ids of what it is about. Its meaning is asked for when it is mapped. */
export type ReducedEvent = {
  payment_id: string | null
  order_id: string | null
  refund_id: string | null
  dispute_id: string | null
}

type Secrets = { current?: string; previous?: string }
type Loose = Record<string, unknown>

const looseOf = (value: unknown): Loose =>
  typeof value === "object" && value ? (value as Loose) : {}

const idOf = (value: unknown): string | null =>
  typeof value === "string" && /^\w{1,64}$/.test(value) ? value : null

function hasSignature(
  { rawData, headers }: RawWebhook,
  { current, previous }: Secrets
): boolean {
  const given = headers["x-razorpay-signature"]
  return [current, previous].some(
    (secret) => secret && isSameText(given, hmacHex(rawData, secret))
  )
}

/**
 * Checks the signature over the bytes that came, against both secrets and without any
 * network call. Razorpay signs no time, so there is no age to check.
 *
 * @throws WebhookRefused
 */
export function verifiedEvent(
  webhook: RawWebhook,
  secrets: Secrets
): VerifiedWebhook {
  if (!hasSignature(webhook, secrets)) {
    throw new WebhookRefused("The signature does not hold")
  }
  const { event, created_at, payload } = parsed(webhook.rawData)
  const seconds = Number.isSafeInteger(created_at) ? (created_at as number) : 0
  return {
    event_id: eventId(webhook),
    event_type: typeof event === "string" ? event.slice(0, 100) : "unknown",
    occurred_at: seconds > 0 ? new Date(seconds * 1000) : null,
    data: reduced(looseOf(payload)),
  }
}

function parsed(rawData: Buffer): Loose {
  try {
    return looseOf(JSON.parse(rawData.toString("utf8")))
  } catch {
    throw new WebhookRefused("The body is no JSON")
  }
}

/** The same for each delivery of an event. The signature does not cover it, so it decides nothing but that. */
function eventId({ rawData, headers }: RawWebhook): string {
  const given = headers["x-razorpay-event-id"]
  return typeof given === "string" && /^[\w-]{1,100}$/.test(given)
    ? given
    : `sha256_${createHash("sha256").update(rawData).digest("hex")}`
}

function reduced(payload: Loose): ReducedEvent {
  const entity = (name: string) => looseOf(looseOf(payload[name]).entity)
  const [payment, order, refund, dispute] = [
    entity("payment"),
    entity("order"),
    entity("refund"),
    entity("dispute"),
  ]
  return {
    payment_id: idOf(payment.id ?? refund.payment_id ?? dispute.payment_id),
    order_id: idOf(order.id ?? payment.order_id),
    refund_id: idOf(refund.id),
    dispute_id: idOf(dispute.id),
  }
}
