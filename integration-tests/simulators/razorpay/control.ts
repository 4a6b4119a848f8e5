import type { BadDay, BadDays } from "./bad-days"
import { capture } from "./capturing"
import { dispute, type DisputeRequest, moveDispute } from "./disputing"
import type { DisputeStatus, Order, Payment } from "./objects"
import { authorizeLate, pay, type PayRequest, settlePayment } from "./paying"
import {
  autoRefund,
  refund,
  type RefundRequest,
  settleRefund,
  slowRefund,
} from "./refunding"
import { checkoutSignature } from "./signature"
import type { State } from "./state"
import type { Forgery, Webhooks } from "./webhooks"

/** What Checkout hands to the store's handler, or posts to its callback URL. */
export type CheckoutResult = {
  razorpay_payment_id: string
  razorpay_order_id: string
  razorpay_signature: string
}

/** What the shopper, the bank and the merchant in Razorpay's dashboard do; for specs. */
export class Control {
  constructor(
    private readonly state: State,
    private readonly webhooks: Webhooks,
    private readonly badDays: BadDays,
    private readonly keySecret: string
  ) {}

  order = (id: string): Order => this.state.orders.get(id)

  payment = (id: string): Payment => this.state.payments.get(id)

  /** The orders that carry this text as their receipt or in their notes, newest first. */
  findOrders(value: string): Order[] {
    return this.state.orders.find(
      ({ receipt, notes }) =>
        receipt === value || Object.values(notes).includes(value)
    )
  }

  paymentsOf(orderId: string): Payment[] {
    return this.state.payments.find(({ order_id }) => order_id === orderId)
  }

  pay(orderId: string, request: PayRequest = {}): Payment {
    return pay(this.state, this.state.orders.get(orderId), request)
  }

  /** The bank answers for a payment that was made with `outcome: "wait"`. */
  settlePayment(paymentId: string, outcome: "succeed" | "fail"): Payment {
    return settlePayment(this.state, this.payment(paymentId), outcome)
  }

  /** A failed payment turns out to have succeeded. */
  authorizeLate(paymentId: string, inTime = false): Payment {
    return authorizeLate(this.state, this.payment(paymentId), inTime)
  }

  /** What Checkout would give to the store for this payment. */
  checkoutResult(paymentId: string): CheckoutResult {
    const { id, order_id } = this.payment(paymentId)
    return {
      razorpay_payment_id: id,
      razorpay_order_id: order_id,
      razorpay_signature: checkoutSignature(order_id, id, this.keySecret),
    }
  }

  /** Captured in the dashboard. */
  capture(paymentId: string): Payment {
    const payment = this.payment(paymentId)
    return capture(this.state, payment, payment.amount, payment.currency)
  }

  /** Refunded in the dashboard. */
  refund(request: RefundRequest) {
    return refund(this.state, request)
  }

  settleRefund(refundId: string, status: "processed" | "failed") {
    return settleRefund(this.state, this.state.refunds.get(refundId), status)
  }

  slowRefund(refundId: string) {
    return slowRefund(this.state, this.state.refunds.get(refundId))
  }

  /** Nobody captured it in time. */
  autoRefund(paymentId: string) {
    return autoRefund(this.state, this.payment(paymentId))
  }

  dispute(paymentId: string, request?: DisputeRequest) {
    return dispute(this.state, this.payment(paymentId), request)
  }

  moveDispute(disputeId: string, status: Exclude<DisputeStatus, "open">) {
    return moveDispute(this.state, this.state.disputes.get(disputeId), status)
  }

  /** A signed event that says of a payment what is not so: `lie` is laid over it. */
  lie(event: string, paymentId: string, lie: Partial<Payment>) {
    const payment = { ...this.payment(paymentId), ...lie }
    return this.webhooks.emit(event, { payment })
  }

  badDay(day: BadDay) {
    this.badDays.add(day)
  }

  goodDays() {
    this.badDays.clear()
  }

  /** @returns what the store answered */
  forge(eventId: string, forgery: Forgery) {
    return this.webhooks.forge(this.webhooks.find(eventId), forgery)
  }
}
