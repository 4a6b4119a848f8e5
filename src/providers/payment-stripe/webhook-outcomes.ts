import Stripe from "stripe"
import type {
  VerifiedWebhook,
  WebhookOutcome,
} from "../../utils/payment-webhook"
import { fromStripe } from "./amounts"
import type { ReducedEvent } from "./webhook-event"

const ignored = (reason: string): WebhookOutcome => ({
  action: "ignored",
  reason,
})

const NOT_OURS = "no payment session of this store"

const expandedIntent = (value: string | Stripe.PaymentIntent | null) =>
  typeof value === "object" ? value : null

const sessionOf = (intent: Stripe.PaymentIntent | null) =>
  intent?.metadata?.session_id ?? null

/** What the present state of a payment means, whatever state the event told of. */
function intentOutcome(intent: Stripe.PaymentIntent): WebhookOutcome {
  const session_id = sessionOf(intent)
  if (!session_id) {
    return ignored(NOT_OURS)
  }
  const { currency, last_payment_error: failure } = intent
  const ids = { session_id, gateway_payment_id: intent.id }
  const money = (units: number) => ({
    ...ids,
    amount: fromStripe(units, currency),
    currency_code: currency,
  })
  switch (intent.status) {
    case "succeeded":
      return { action: "captured", ...money(intent.amount_received) }
    case "requires_capture":
      return { action: "authorized", ...money(intent.amount_capturable) }
    case "canceled":
      return { action: "canceled", ...ids, reason: intent.cancellation_reason }
    case "requires_action":
      return { action: "requires_more", ...ids, reason: null }
    case "processing":
      return { action: "pending", ...ids, reason: null }
    case "requires_payment_method":
    case "requires_confirmation":
      return failure
        ? {
            action: "failed",
            ...ids,
            reason: failure.decline_code ?? failure.code ?? null,
          }
        : ignored(`the shopper has not paid yet (${intent.status})`)
  }
}

function refundOutcome(refund: Stripe.Refund): WebhookOutcome {
  const intent = expandedIntent(refund.payment_intent)
  if (!intent) {
    return ignored("the refund belongs to no payment intent")
  }
  if (refund.status === "requires_action") {
    return ignored("the refund waits for the customer's bank details")
  }
  const hasFailed = refund.status === "failed" || refund.status === "canceled"
  return {
    action: hasFailed ? "refund_failed" : "refunded",
    session_id: sessionOf(intent),
    gateway_payment_id: intent.id,
    gateway_refund_id: refund.id,
    refund_id: refund.metadata?.refund_id ?? null,
    amount: fromStripe(refund.amount, refund.currency),
    currency_code: refund.currency,
    reason: refund.failure_reason ?? refund.reason,
  }
}

function disputeOutcome(dispute: Stripe.Dispute): WebhookOutcome {
  const intent = expandedIntent(dispute.payment_intent)
  if (!intent) {
    return ignored("the dispute belongs to no payment intent")
  }
  return {
    action: "disputed",
    session_id: sessionOf(intent),
    gateway_payment_id: intent.id,
    gateway_dispute_id: dispute.id,
    status: dispute.status,
    amount: fromStripe(dispute.amount, dispute.currency),
    currency_code: dispute.currency,
    reason: dispute.reason,
  }
}

const WITH_INTENT = { expand: ["payment_intent"] }

/**
 * `charge.refunded` names no refund, only the sum given back so far: it is the refund
 * with which the sum was reached.
 */
async function chargeRefundOutcome(
  stripe: Stripe,
  { id, amount_refunded }: ReducedEvent
): Promise<WebhookOutcome> {
  const refunds = await stripe.refunds
    .list({ charge: id, limit: 100 })
    .autoPagingToArray({ limit: 1000 })
  let sum = 0
  const refund = refunds
    .reverse()
    .filter(({ status }) => status !== "failed" && status !== "canceled")
    .find(({ amount }) => (sum += amount) === amount_refunded)
  return refund
    ? refundOutcome(await stripe.refunds.retrieve(refund.id, WITH_INTENT))
    : ignored("the refund failed or was canceled since")
}

async function presentOutcome(
  stripe: Stripe,
  type: string,
  event: ReducedEvent
): Promise<WebhookOutcome> {
  if (event.object === "payment_intent") {
    return intentOutcome(await stripe.paymentIntents.retrieve(event.id))
  }
  if (event.object === "refund") {
    return refundOutcome(await stripe.refunds.retrieve(event.id, WITH_INTENT))
  }
  if (event.object === "dispute") {
    return disputeOutcome(await stripe.disputes.retrieve(event.id, WITH_INTENT))
  }
  return type === "charge.refunded"
    ? chargeRefundOutcome(stripe, event)
    : ignored(`the store has no use for ${type}`)
}

/**
 * Asks Stripe for the present state and tells what it means: events come twice, late and
 * in any order, so an old one must not undo a newer state.
 * @throws when Stripe cannot be reached
 */
export async function outcomeOf(
  stripe: Stripe,
  { event_type, data }: VerifiedWebhook
): Promise<WebhookOutcome> {
  const event = data as ReducedEvent
  if (event.object === "payment_intent" && !event.session_id) {
    return ignored(NOT_OURS)
  }
  try {
    return await presentOutcome(stripe, event_type, event)
  } catch (error) {
    if (
      error instanceof Stripe.errors.StripeInvalidRequestError &&
      error.code === "resource_missing"
    ) {
      return ignored(`Stripe does not know ${event.id} in this account`)
    }
    throw error
  }
}
