import type {
  VerifiedWebhook,
  WebhookOutcome,
} from "../../utils/payment-webhook"
import { fromRazorpay } from "./amounts"
import {
  noteOf,
  type RazorpayDispute,
  type RazorpayOrder,
  type RazorpayPayment,
  type RazorpayRefund,
} from "./api-types"
import { RazorpayRefusal } from "./errors"
import { isHeld, leftOf, payerOf, sessionIdOf, wasTaken } from "./order-state"
import type { OwnSessions } from "./own-sessions"
import { storeRefundId } from "./refunds"
import { textOf } from "./session-data"
import type { Tools } from "./tools"
import type { ReducedEvent } from "./webhook-event"

const ignored = (reason: string): WebhookOutcome => ({
  action: "ignored",
  reason,
})

const NOT_OURS = "no payment session of this store"

/** Which session a payment is for. Not `isCurrent`: the session asks for another amount by now, or is gone. */
type Place = { sessionId: string; isCurrent: boolean; knownId: string | null }

type Asked = Pick<Tools, "client" | "sessions">

/** By the order that a session has stored, then the order's notes, then its receipt. */
async function placeOf(
  sessions: OwnSessions,
  order: RazorpayOrder
): Promise<Place | undefined> {
  const stored = await sessions.byOrder(order.id)
  if (stored) {
    const knownId = textOf(stored.data?.payment_id)
    return { sessionId: stored.id, isCurrent: true, knownId }
  }
  const named = sessionIdOf(order)
  const gone = { isCurrent: false, knownId: null }
  const session = named && (await sessions.byId(named))
  if (session) {
    return { sessionId: session.id, ...gone }
  }
  // Several stores may share an account: without its collection the money is another one's.
  const collectionId = noteOf(order.notes, "payment_collection_id")
  const collection = collectionId && (await sessions.ofCollection(collectionId))
  const sessionId = collection && (collection.session_id ?? named)
  return sessionId ? { sessionId, ...gone } : undefined
}

const moneyOf = ({ currency }: { currency: string }, units: number) => ({
  amount: fromRazorpay(units, currency),
  currency_code: currency.toLowerCase(),
})

function surplusOutcome(
  payment: RazorpayPayment,
  session_id: string,
  reason: string
): WebhookOutcome {
  if (leftOf(payment) <= 0) {
    return ignored(`${reason}; nothing of it is kept (${payment.status})`)
  }
  const gateway_payment_id = payment.id
  const money = moneyOf(payment, leftOf(payment))
  return { action: "surplus", session_id, gateway_payment_id, ...money, reason }
}

function payerOutcome(
  payment: RazorpayPayment,
  session_id: string
): WebhookOutcome {
  return {
    action: wasTaken(payment) ? "captured" : "authorized",
    session_id,
    gateway_payment_id: payment.id,
    ...moneyOf(payment, payment.amount),
  }
}

/** No payment of the order holds or has taken money. */
function unpaidOutcome(
  payment: RazorpayPayment,
  session_id: string
): WebhookOutcome {
  const ids = { session_id, gateway_payment_id: payment.id }
  if (payment.status === "created") {
    return { action: "pending", ...ids, reason: null }
  }
  const wasLetGo = payment.status === "refunded"
  const reason = wasLetGo
    ? "not captured in time, so Razorpay gave it back"
    : (payment.error_reason ?? payment.error_code ?? null)
  return { action: wasLetGo ? "canceled" : "failed", ...ids, reason }
}

/** What the present state of a payment means, whatever state the event told of. */
async function paymentOutcome(
  { client, sessions }: Asked,
  payment: RazorpayPayment
): Promise<WebhookOutcome> {
  if (!payment.order_id) {
    return ignored("the payment belongs to no order")
  }
  const order = await client.order(payment.order_id)
  const place = await placeOf(sessions, order)
  if (!place) {
    return ignored(NOT_OURS)
  }
  const { sessionId, isCurrent, knownId } = place
  if (!isCurrent) {
    const reason = "paid for an amount that is no longer asked for"
    return surplusOutcome(payment, sessionId, reason)
  }
  const payments = await client.orderPayments(order.id)
  const payer = payerOf(payments, knownId)
  if (payer?.id === payment.id) {
    // The later look is the newer one.
    return payerOutcome(payer, sessionId)
  }
  const isMoney = wasTaken(payment) || isHeld(payment)
  if (payer && isMoney) {
    return surplusOutcome(payment, sessionId, "a second payment of one order")
  }
  return payer
    ? ignored("another payment pays the order")
    : unpaidOutcome(payment, sessionId)
}

type About = { payment: RazorpayPayment; session_id: string | null }

async function sessionOf(
  { client, sessions }: Asked,
  { order_id }: RazorpayPayment
): Promise<string | null> {
  const order = order_id ? await client.order(order_id) : undefined
  const place = order && (await placeOf(sessions, order))
  return place?.sessionId ?? null
}

function refundOutcome(
  refund: RazorpayRefund,
  { payment, session_id }: About
): WebhookOutcome {
  if (!payment.captured) {
    return session_id
      ? unpaidOutcome(payment, session_id)
      : ignored("money that was only held went back")
  }
  if (refund.status === "pending") {
    return ignored("the refund is on its way")
  }
  return {
    action: refund.status === "failed" ? "refund_failed" : "refunded",
    session_id,
    gateway_payment_id: payment.id,
    gateway_refund_id: refund.id,
    refund_id: storeRefundId(refund),
    ...moneyOf(refund, refund.amount),
    reason: null,
  }
}

/** Phases of a dispute in which the bank asks, and takes nothing. */
const ASKING = new Set(["retrieval", "fraud"])

function disputeOutcome(
  dispute: RazorpayDispute,
  { payment, session_id }: About
): WebhookOutcome {
  return {
    action: "disputed",
    session_id,
    gateway_payment_id: payment.id,
    gateway_dispute_id: dispute.id,
    status: ASKING.has(dispute.phase ?? "")
      ? `inquiry_${dispute.status}`
      : dispute.status,
    ...moneyOf(dispute, dispute.amount),
    reason: dispute.reason_code ?? null,
  }
}

async function presentOutcome(
  asked: Asked,
  type: string,
  { payment_id, refund_id, dispute_id }: ReducedEvent
): Promise<WebhookOutcome> {
  if (!payment_id) {
    return ignored(`the store has no use for ${type}`)
  }
  const { client } = asked
  const payment = await client.payment(payment_id)
  if (!refund_id && !dispute_id) {
    return paymentOutcome(asked, payment)
  }
  const session_id = await sessionOf(asked, payment)
  if (!session_id) {
    return ignored(NOT_OURS)
  }
  const about = { payment, session_id }
  return refund_id
    ? refundOutcome(await client.refundById(refund_id), about)
    : disputeOutcome(await client.dispute(dispute_id ?? ""), about)
}

/**
 * Asks Razorpay for the present state and tells what it means: events come twice, late and
 * in any order, so an old one must not undo a newer state.
 * @throws when Razorpay cannot be reached
 */
export async function outcomeOf(
  asked: Asked,
  { event_type, data }: VerifiedWebhook
): Promise<WebhookOutcome> {
  try {
    return await presentOutcome(asked, event_type, data as ReducedEvent)
  } catch (error) {
    if (error instanceof RazorpayRefusal && error.isUnknownId) {
      return ignored("Razorpay does not know it in this account")
    }
    throw error
  }
}
