import { badRequest } from "./api-error"
import type { Dispute, DisputeStatus, Payment } from "./objects"
import { created, type State } from "./state"

const DAYS = 24 * 60 * 60

export type DisputeRequest = {
  /** @default what was not refunded */
  amount?: number
  reason_code?: string
  phase?: Dispute["phase"]
}

/** The shopper's bank disputes a payment. Nothing is taken before it is lost. */
export function dispute(
  state: State,
  payment: Payment,
  { amount, reason_code, phase }: DisputeRequest = {}
): Dispute {
  if (!payment.captured) {
    throw badRequest("Only captured payments can be disputed")
  }
  const base = created("disp", "dispute")
  const raised = state.disputes.add({
    ...base,
    payment_id: payment.id,
    amount: amount ?? payment.amount - payment.amount_refunded,
    currency: payment.currency,
    amount_deducted: 0,
    reason_code:
      reason_code ?? "goods_or_services_not_received_or_partially_received",
    respond_by: base.created_at + 7 * DAYS,
    status: "open",
    phase: phase ?? "chargeback",
    comments: null,
  })
  state.emit("payment.dispute.created", { payment, dispute: raised })
  return raised
}

const ENDED = new Set<Dispute["status"]>(["won", "lost", "closed"])

/** What becomes of it; "action_required" opens it again. */
export function moveDispute(
  state: State,
  moved: Dispute,
  status: Exclude<DisputeStatus, "open">
): Dispute {
  if (ENDED.has(moved.status)) {
    throw badRequest(`The dispute is ${moved.status} already`)
  }
  const payment = state.payments.get(moved.payment_id)
  moved.status = status === "action_required" ? "open" : status
  if (status === "lost") {
    moved.amount_deducted = moved.amount
    state.ledger.write("dispute_lost", payment, moved.amount, moved.id)
  }
  state.emit(`payment.dispute.${status}`, { payment, dispute: moved })
  return moved
}
