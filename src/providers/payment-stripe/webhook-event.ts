import type Stripe from "stripe"
import {
  type RawWebhook,
  type VerifiedWebhook,
  WebhookRefused,
} from "../../utils/payment-webhook"

/** What of an event is kept: ids, amounts and states; no card, no address, no secret. */
export type ReducedEvent = {
  object: string
  id: string
  payment_intent: string | null
  charge: string | null
  amount: number | null
  amount_refunded: number | null
  currency: string | null
  status: string | null
  session_id: string | null
  refund_id: string | null
  reason: string | null
}

type Secrets = { current?: string; previous?: string }
type Loose = Record<string, unknown>

/** Seconds. At receipt only: retries and replays of ours are never checked again. */
const TOLERANCE = 300

function signatureOf({ headers }: RawWebhook): string {
  const signature = headers["stripe-signature"]
  if (typeof signature !== "string") {
    throw new WebhookRefused("The header Stripe-Signature is missing")
  }
  return signature
}

/** The official check only looks for old signatures; one from the future would hold until then. */
function refuseFuture(signature: string, now: number) {
  const time = /(?:^|,)t=(\d+)/.exec(signature)?.[1]
  if (Number(time) > now / 1000 + TOLERANCE) {
    throw new WebhookRefused("The signature is from the future")
  }
}

function constructEvent(
  webhooks: Stripe["webhooks"],
  webhook: RawWebhook,
  secret: string,
  now: number
): Stripe.Event | undefined {
  try {
    return webhooks.constructEvent(
      webhook.rawData,
      signatureOf(webhook),
      secret,
      TOLERANCE,
      undefined,
      now
    )
  } catch {
    return undefined
  }
}

/**
 * Checks the signature against both secrets, without any network call.
 * @throws WebhookRefused
 */
export function verifiedEvent(
  webhooks: Stripe["webhooks"],
  webhook: RawWebhook,
  { current, previous }: Secrets,
  now = Date.now()
): VerifiedWebhook {
  refuseFuture(signatureOf(webhook), now)
  for (const secret of [current, previous]) {
    const event = secret && constructEvent(webhooks, webhook, secret, now)
    if (event) {
      return reduced(event)
    }
  }
  throw new WebhookRefused("The signature does not hold")
}

function reduced(event: Stripe.Event): VerifiedWebhook {
  return {
    event_id: event.id,
    event_type: event.type,
    occurred_at: new Date(event.created * 1000),
    data: reducedObject(event.data.object as unknown as Loose),
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : null)
const number = (value: unknown) => (typeof value === "number" ? value : null)

/** A reference comes as an id, or as the object itself where the account asks for that. */
const idOf = (value: unknown) =>
  text(value) ?? text((value as Loose | null | undefined)?.id)

function reducedObject(object: Loose): ReducedEvent {
  const metadata = (object.metadata ?? {}) as Loose
  const failure = (object.last_payment_error ?? {}) as Loose
  return {
    object: text(object.object) ?? "",
    id: text(object.id) ?? "",
    payment_intent: idOf(object.payment_intent),
    charge: idOf(object.charge),
    amount: number(object.amount),
    amount_refunded: number(object.amount_refunded),
    currency: text(object.currency),
    status: text(object.status),
    session_id: text(metadata.session_id),
    refund_id: text(metadata.refund_id),
    reason:
      text(object.cancellation_reason) ??
      text(object.failure_reason) ??
      text(failure.decline_code) ??
      text(failure.code) ??
      text(object.reason),
  }
}
