import { alreadyPaid, badRequest } from "./api-error"
import { settleCapture } from "./capturing"
import { methodFields } from "./methods"
import type { Failure, Notes, Order, Payment, PaymentMethod } from "./objects"
import { created, type State } from "./state"

/** What comes of the shopper's attempt. */
export type PayOutcome =
  | "succeed"
  /** Fails, and `authorizeLate` may still turn it. */
  | "fail"
  /** Stays created: the bank has said nothing yet. `settlePayment` ends it. */
  | "wait"

export type PayRequest = {
  /** @default "card" */
  method?: PaymentMethod
  /** @default "succeed" */
  outcome?: PayOutcome
  /** Another sum than the order's due, as a lying or a partial payment has it. */
  amount?: number
  currency?: string
  /** Of Checkout's options; the order's notes never get here. */
  notes?: Notes
  email?: string
  contact?: string
  description?: string
  customer_id?: string
  /** Pays although another payment is authorized or captured, as two open tabs do. */
  again?: boolean
}

const NO_FAILURE: Failure = {
  error_code: null,
  error_description: null,
  error_source: null,
  error_step: null,
  error_reason: null,
}

const FAILED: Failure = {
  error_code: "BAD_REQUEST_ERROR",
  error_description: "Payment failed",
  error_source: "bank",
  error_step: "payment_authorization",
  error_reason: "payment_failed",
}

function refuseSecond(state: State, order: Order) {
  if (order.status === "paid") {
    throw alreadyPaid()
  }
  const isHeld = state.payments.find(
    ({ order_id, status }) => order_id === order.id && status === "authorized"
  )
  const mayAdd = state.orderSettings.get(order.id)?.partialPayment
  if (isHeld.length > 0 && !mayAdd) {
    throw badRequest(
      "Payment for this order is already authorized. Please initiate the payment with a new order."
    )
  }
}

function newPayment(state: State, order: Order, request: PayRequest): Payment {
  const { method = "card" } = request
  return state.payments.add({
    ...created("pay", "payment"),
    amount: request.amount ?? (order.amount_due || order.amount),
    currency: request.currency ?? order.currency,
    status: "created",
    order_id: order.id,
    invoice_id: null,
    international: order.currency !== "INR",
    method,
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    description: request.description ?? null,
    ...methodFields(method),
    // A real event carries these; nothing of it may reach a log or a table of the store.
    email: request.email ?? "shopper@store.test",
    contact: request.contact ?? "+919900099000",
    customer_id: request.customer_id,
    notes: request.notes ?? [],
    fee: null,
    tax: null,
    ...NO_FAILURE,
  })
}

/** The shopper pays, or tries to. @throws when the order takes no payment any more */
export function pay(
  state: State,
  order: Order,
  request: PayRequest = {}
): Payment {
  if (!request.again) {
    refuseSecond(state, order)
  }
  const payment = newPayment(state, order, request)
  order.attempts += 1
  if (order.status === "created") {
    order.status = "attempted"
  }
  if (request.outcome !== "wait") {
    settlePayment(state, payment, request.outcome ?? "succeed")
  }
  return payment
}

/** The bank says what became of a payment that was created. */
export function settlePayment(
  state: State,
  payment: Payment,
  outcome: "succeed" | "fail"
): Payment {
  if (payment.status !== "created") {
    throw badRequest(`The payment is ${payment.status} already`)
  }
  if (outcome === "succeed") {
    authorize(state, payment, isCapturing(state, payment))
    return payment
  }
  payment.status = "failed"
  Object.assign(payment, FAILED)
  state.emit("payment.failed", { payment })
  return payment
}

/** Hours later, the bank says that a failed payment had succeeded. `inTime` lets it be captured by itself. */
export function authorizeLate(
  state: State,
  payment: Payment,
  inTime = false
): Payment {
  if (payment.status !== "failed") {
    throw badRequest(`The payment is ${payment.status}, it did not fail`)
  }
  authorize(state, payment, inTime && isCapturing(state, payment))
  return payment
}

const isCapturing = (state: State, { order_id }: Payment) =>
  state.orderSettings.get(order_id)?.capture ?? state.account.capture

function authorize(state: State, payment: Payment, capturing: boolean) {
  payment.status = "authorized"
  Object.assign(payment, NO_FAILURE)
  state.ledger.write("authorized", payment, payment.amount)
  state.emit("payment.authorized", { payment })
  if (capturing) {
    settleCapture(state, payment)
  }
}
