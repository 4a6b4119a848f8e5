import { alreadyRefunded, unexpectedState, wrongParameter } from "./api-error"
import type { Charge, Dispute, Metadata, Refund } from "./objects"
import { created, type State } from "./state"

export type RefundRequest = {
  payment_intent: string
  /** @default what is left */
  amount?: number
  reason?: string
  metadata?: Metadata
  /** "pending" is what bank payments do; `settleRefund` ends it. @default "succeeded" */
  status?: "succeeded" | "pending" | "failed"
}

function chargeOf(state: State, intentId: string): Charge {
  const intent = state.intents.get(intentId, "payment_intent")
  if (!intent.latest_charge) {
    throw unexpectedState(intent, "refunded")
  }
  const charge = state.charges.get(intent.latest_charge)
  if (!charge.captured) {
    throw unexpectedState(intent, "refunded")
  }
  return charge
}

function checkedAmount(charge: Charge, wanted?: number): number {
  const left = charge.amount_captured - charge.amount_refunded
  if (left === 0) {
    throw alreadyRefunded(charge.id)
  }
  const amount = wanted ?? left
  if (amount > left) {
    throw wrongParameter(
      "amount",
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      "amount_too_large"
    )
  }
  return amount
}

function changeRefunded(state: State, charge: Charge, by: number) {
  const previous = { amount_refunded: charge.amount_refunded }
  charge.amount_refunded += by
  charge.refunded = charge.amount_refunded === charge.amount_captured
  if (by > 0) {
    state.emit("charge.refunded", charge, previous)
  }
}

/** Money goes back, asked for over the API or in the dashboard. */
export function refund(state: State, request: RefundRequest): Refund {
  const charge = chargeOf(state, request.payment_intent)
  const amount = checkedAmount(charge, request.amount)
  const refunded = state.refunds.add({
    ...created("re", "refund"),
    charge: charge.id,
    payment_intent: charge.payment_intent,
    amount,
    currency: charge.currency,
    status: request.status === "pending" ? "pending" : "succeeded",
    reason: request.reason ?? null,
    metadata: request.metadata ?? {},
  })
  state.ledger.write("refunded", charge, amount, refunded.id)
  state.emit("refund.created", refunded)
  changeRefunded(state, charge, amount)
  if (request.status === "failed") {
    settleRefund(state, refunded, "failed")
  }
  return refunded
}

/** A pending refund arrives, or a refund comes back because the bank did not take it. */
export function settleRefund(
  state: State,
  refunded: Refund,
  status: "succeeded" | "failed"
): Refund {
  refunded.status = status
  if (status === "succeeded") {
    state.emit("refund.updated", refunded)
    return refunded
  }
  refunded.failure_reason = "expired_or_canceled_card"
  const charge = state.charges.get(refunded.charge)
  state.ledger.write("refund_failed", charge, refunded.amount, refunded.id)
  changeRefunded(state, charge, -refunded.amount)
  state.emit("refund.failed", refunded)
  state.emit("charge.refund.updated", refunded)
  return refunded
}

/** The cardholder disputes a payment; the money is withdrawn at once. */
export function dispute(
  state: State,
  intentId: string,
  { amount, reason = "fraudulent" }: { amount?: number; reason?: string } = {}
): Dispute {
  const charge = chargeOf(state, intentId)
  const disputed = state.disputes.add({
    ...created("du", "dispute"),
    charge: charge.id,
    payment_intent: charge.payment_intent,
    amount: amount ?? charge.amount_captured - charge.amount_refunded,
    currency: charge.currency,
    reason,
    status: "needs_response",
    metadata: {},
  })
  charge.disputed = true
  state.ledger.write("disputed", charge, disputed.amount, disputed.id)
  state.emit("charge.dispute.created", disputed)
  state.emit("charge.dispute.funds_withdrawn", disputed)
  return disputed
}

export function closeDispute(
  state: State,
  disputed: Dispute,
  status: "won" | "lost"
): Dispute {
  disputed.status = status
  state.emit("charge.dispute.closed", disputed)
  if (status === "won") {
    const charge = state.charges.get(disputed.charge)
    state.ledger.write("dispute_won", charge, disputed.amount, disputed.id)
    state.emit("charge.dispute.funds_reinstated", disputed)
  }
  return disputed
}
