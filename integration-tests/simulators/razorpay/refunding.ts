import { badRequest, wrongField } from "./api-error"
import { refuseLess } from "./parameters"
import type { Notes, Payment, Refund } from "./objects"
import { created, type State } from "./state"

export type RefundRequest = {
  payment_id: string
  /** @default what is left */
  amount?: number
  /** @default "normal" */
  speed?: "normal" | "optimum"
  notes?: Notes
  receipt?: string
  /** "pending" and "failed" begin as pending; `settleRefund` ends a pending one. @default "processed" */
  status?: "pending" | "processed" | "failed"
}

function checkedAmount(payment: Payment, wanted?: number): number {
  if (payment.status === "refunded") {
    throw badRequest("The payment has been fully refunded already")
  }
  if (payment.status !== "captured") {
    throw badRequest(
      "The payment status should be captured for action to be taken"
    )
  }
  const left = payment.amount - payment.amount_refunded
  const amount = wanted ?? left
  const { currency } = payment
  // What is left may be less than the least sum, and still goes back as a whole.
  if (amount !== left) {
    refuseLess(amount, currency, `The amount must be at least ${currency} 1.00`)
  }
  if (amount > left) {
    throw wrongField(
      "amount",
      "The refund amount provided is greater than amount captured"
    )
  }
  return amount
}

function changeRefunded(payment: Payment, by: number) {
  payment.amount_refunded += by
  const isFull = payment.amount_refunded === payment.amount
  payment.refund_status =
    payment.amount_refunded === 0 ? null : isFull ? "full" : "partial"
  payment.status = isFull ? "refunded" : "captured"
}

function newRefund(
  state: State,
  payment: Payment,
  amount: number,
  request: RefundRequest
): Refund {
  const { speed = "normal", status } = request
  const isDone = (status ?? "processed") === "processed"
  return state.refunds.add({
    ...created("rfnd", "refund"),
    amount,
    currency: payment.currency,
    payment_id: payment.id,
    notes: request.notes ?? [],
    receipt: request.receipt ?? null,
    acquirer_data: { arn: isDone ? "10000000000000" : null },
    batch_id: null,
    status: isDone ? "processed" : "pending",
    speed_requested: speed,
    speed_processed: speed === "optimum" ? "instant" : "normal",
  })
}

/** Money goes back, asked for over the API or in the dashboard. */
export function refund(state: State, request: RefundRequest): Refund {
  const payment = state.payments.get(request.payment_id)
  const amount = checkedAmount(payment, request.amount)
  const made = newRefund(state, payment, amount, request)
  state.ledger.write("refunded", payment, amount, made.id)
  changeRefunded(payment, amount)
  state.emit("refund.created", { refund: made, payment })
  if (made.status === "processed") {
    state.emit("refund.processed", { refund: made, payment })
  } else if (request.status === "failed") {
    settleRefund(state, made, "failed")
  }
  return made
}

/** A pending refund arrives, or comes back because the bank did not take it. */
export function settleRefund(
  state: State,
  refund: Refund,
  status: "processed" | "failed"
): Refund {
  if (refund.status !== "pending") {
    throw badRequest(`The refund is ${refund.status} already`)
  }
  const payment = state.payments.get(refund.payment_id)
  refund.status = status
  if (status === "processed") {
    refund.acquirer_data.arn = "10000000000000"
  } else {
    state.ledger.write("refund_failed", payment, refund.amount, refund.id)
    changeRefunded(payment, -refund.amount)
  }
  state.emit(`refund.${status}`, { refund, payment })
  return refund
}

/** An instant refund was not possible after all. */
export function slowRefund(state: State, refund: Refund): Refund {
  refund.speed_processed = "normal"
  const payment = state.payments.get(refund.payment_id)
  state.emit("refund.speed_changed", { refund, payment })
  return refund
}

/** Nobody captured the payment in time: Razorpay gives the money back by itself. */
export function autoRefund(state: State, payment: Payment): Refund {
  if (payment.status !== "authorized") {
    throw badRequest(`The payment is ${payment.status}, not authorized`)
  }
  const request = { payment_id: payment.id }
  const made = newRefund(state, payment, payment.amount, request)
  state.ledger.write("released", payment, payment.amount, made.id)
  payment.amount_refunded = payment.amount
  payment.refund_status = "full"
  payment.status = "refunded"
  state.emit("refund.created", { refund: made, payment })
  state.emit("refund.processed", { refund: made, payment })
  return made
}
