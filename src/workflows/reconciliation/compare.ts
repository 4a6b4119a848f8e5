import { MathBN } from "@medusajs/framework/utils"
import type { GatewayCharge } from "../../utils/gateway-payment"
import type { GatewayAnswer } from "./ask-gateway"
import type { Books } from "./books"
import { compareCaptures } from "./compare-captures"
import { compareRefunds } from "./compare-refunds"
import {
  type Ages,
  type Comparison,
  type Difference,
  LIST,
  Patience,
} from "./difference"

/**
 * Lays Medusa's books beside the gateway's and tells what is different and what sets it right.
 * Nothing is changed here, and no money goes out by what it proposes, except a surplus.
 */
export function compare(
  books: Books,
  answer: GatewayAnswer,
  ages: Ages
): Comparison {
  const patience = new Patience(ages.now)
  const differences = books.payment
    ? [
        ...comparePayment(books, answer),
        ...compareOrderless(books, answer, { ...ages, patience }),
        ...compareCaptures(books, answer, { ...ages, patience }),
        ...compareRefunds(books, answer, { ...ages, patience }),
      ]
    : compareUnpaid(books, answer, { ...ages, patience })
  return {
    differences: [...differences, ...surplusOf(answer)],
    waitUntil: patience.until,
  }
}

/** Captured, and not given back. */
const isKept = ({ captured_amount, refunded_amount }: GatewayCharge) =>
  MathBN.gt(captured_amount, refunded_amount)

const surplusOf = ({ payment }: GatewayAnswer) =>
  payment.surplus.filter(isKept).map((charge): Difference => ({
    kind: "surplus",
    subject_id: charge.gateway_payment_id,
    reason: "Paid beyond what the store asked for",
    repair: { do: "return_surplus", charge },
  }))

/** Medusa has no payment. */
function compareUnpaid(
  books: Books,
  answer: GatewayAnswer,
  ages: Ages & { patience: Patience }
): Difference[] {
  const paid = paidIn(answer)
  return paid
    ? comparePaid(books, answer, paid)
    : compareUnpaidOrder(books, answer, ages)
}

const paidIn = ({ payment: { paid } }: GatewayAnswer) =>
  paid?.state === "authorized" || paid?.state === "captured" ? paid : undefined

const isGivenBack = ({ refunded_amount, amount }: GatewayCharge) =>
  MathBN.gte(refunded_amount, amount)

const paidCart = ({ session }: Books, charge: GatewayCharge): Difference => ({
  kind: "paid_cart",
  subject_id: session.id,
  reason: "Paid, and no order was placed",
  repair: { do: "settle", charge },
})

/** Medusa took the payment, and the checkout that was to place its order failed after that. */
function compareOrderless(
  books: Books,
  answer: GatewayAnswer,
  { patience, graceMs }: Ages & { patience: Patience }
): Difference[] {
  const { payment, order, cart_id, is_paid_elsewhere } = books
  const paid = paidIn(answer)
  if (!payment || payment.canceled_at || !paid || isGivenBack(paid)) {
    return []
  }
  const isOfCart = cart_id && !order && !is_paid_elsewhere
  return isOfCart && !patience.isTooYoung(payment.created_at, graceMs)
    ? [paidCart(books, paid)]
    : []
}

function comparePaid(
  books: Books,
  { source }: GatewayAnswer,
  paid: GatewayCharge
): Difference[] {
  const { session, order, is_settled, is_paid_elsewhere } = books
  // Without a gateway's word a payment that was put off stays as it is.
  if (isGivenBack(paid) || (is_settled && source !== "gateway")) {
    return []
  }
  if (is_paid_elsewhere) {
    return secondPayment(paid, source)
  }
  if (!order) {
    return [paidCart(books, paid)]
  }
  const subject_id = session.id
  const reason = "Paid for, and Medusa had not heard of it"
  return order.is_live
    ? [
        {
          ...{ kind: "unpaid_order", subject_id, reason },
          repair: { do: "settle", charge: paid },
        },
      ]
    : [
        {
          ...{ kind: "unpaid_order", subject_id, repair: LIST },
          reason: `${reason}; the order is canceled`,
        },
      ]
}

/** Two payments for one order: the one that the store knows stays. */
function secondPayment(
  charge: GatewayCharge,
  source: GatewayAnswer["source"]
): Difference[] {
  const isSure = source === "gateway" && isKept(charge)
  return [
    {
      kind: "surplus",
      subject_id: charge.gateway_payment_id,
      reason: "A second payment for what is paid already",
      repair: isSure ? { do: "return_surplus", charge } : LIST,
    },
  ]
}

function compareUnpaidOrder(
  { session, order, is_settled, is_paid_elsewhere }: Books,
  { source, payment }: GatewayAnswer,
  { patience, graceMs }: Ages & { patience: Patience }
): Difference[] {
  // A bank may be at work for days; its webhook tells how it ended.
  const isOnItsWay = payment.paid?.state === "pending" && !payment.is_open
  const isPaid = is_settled || is_paid_elsewhere
  if (!order?.is_live || !order.has_cart || isPaid || isOnItsWay) {
    return []
  }
  if (patience.isTooYoung(order.created_at, graceMs)) {
    return []
  }
  const isSure = source === "gateway" && !order.is_touched
  return [
    {
      kind: "unpaid_order",
      subject_id: session.id,
      reason: "A checkout died before its order was paid for",
      repair: isSure ? { do: "undo_order", order_id: order.id } : LIST,
    },
  ]
}

/** A payment that one side gave up and the other did not. */
function comparePayment(
  { payment, order, session }: Books,
  { source, payment: { paid } }: GatewayAnswer
): Difference[] {
  if (source !== "gateway" || !payment) {
    return []
  }
  const about = { subject_id: session.id, repair: LIST }
  if (payment.canceled_at) {
    const reason = "Captured at the gateway, but canceled in Medusa"
    return paid && isKept(paid)
      ? [{ kind: "different_sums", ...about, reason }]
      : []
  }
  const isGone = !paid || paid.state === "canceled" || paid.state === "failed"
  const reason = "Canceled at the gateway, under a live order"
  return isGone && order?.is_live
    ? [{ kind: "gateway_cancel", ...about, reason }]
    : []
}
