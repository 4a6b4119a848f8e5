import { alreadyPaid, badRequest, wrongField } from "./api-error"
import type { Order, Payment } from "./objects"
import type { State } from "./state"

/** Two percent, and 18 % tax on them; whole minor units. */
function charge(payment: Payment) {
  const plain = Math.floor((payment.amount * 2) / 100)
  payment.tax = Math.floor((plain * 18) / 100)
  payment.fee = plain + payment.tax
}

function payOrder(order: Order, payment: Payment) {
  order.amount_paid += payment.amount
  order.amount_due = Math.max(0, order.amount - order.amount_paid)
  if (order.amount_due === 0) {
    order.status = "paid"
  }
}

/** Money that was held is taken. */
export function settleCapture(state: State, payment: Payment) {
  payment.status = "captured"
  payment.captured = true
  charge(payment)
  state.ledger.write("captured", payment, payment.amount)
  const order = state.orders.get(payment.order_id)
  payOrder(order, payment)
  state.emit("payment.captured", { payment })
  if (order.status === "paid") {
    state.emit("order.paid", { payment, order })
  }
}

/**
 * Asked for over the API or in the dashboard: all of it, or nothing.
 * @throws for any other sum, and for a payment that is not held
 */
export function capture(
  state: State,
  payment: Payment,
  amount: number,
  currency: string
): Payment {
  if (payment.captured) {
    throw badRequest("This payment has already been captured")
  }
  if (payment.status !== "authorized") {
    throw badRequest(
      "Only payments which have been authorized and not yet captured can be captured"
    )
  }
  if (amount !== payment.amount) {
    throw wrongField(
      "amount",
      "Capture amount must be equal to the amount authorized"
    )
  }
  if (currency !== payment.currency) {
    throw wrongField("currency", "Payment currency does not match")
  }
  if (state.orders.get(payment.order_id).status === "paid") {
    throw alreadyPaid()
  }
  settleCapture(state, payment)
  return payment
}
