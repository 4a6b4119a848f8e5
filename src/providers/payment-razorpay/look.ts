import { toRazorpay } from "./amounts"
import type { RazorpayOrder, RazorpayPayment } from "./api-types"
import { refused } from "./errors"
import { differenceFrom, payerOf, sessionIdOf } from "./order-state"
import { type Data, type OwnPart, readOwnPart } from "./session-data"
import type { Tools } from "./tools"

/** A session's order at Razorpay, now. */
export type Look = {
  own: OwnPart
  order: RazorpayOrder
  payments: RazorpayPayment[]
  payer: RazorpayPayment | undefined
}

/**
 * Looks at the order that a session's data names, after making sure that it is the session's.
 *
 * @param sessionId - as Medusa itself says; without it the data's own word counts
 * @throws NOT_ALLOWED when the order was made for another session
 */
export async function lookAt(
  { client, settings }: Tools,
  data: Data,
  sessionId?: string
): Promise<Look> {
  const { isSealed, ...own } = readOwnPart(data, settings.keySecret)
  const order = await client.order(own.order_id)
  const session_id = sessionId ?? own.session_id
  const madeFor = isSealed ? own.session_id : sessionIdOf(order)
  if (!session_id || madeFor !== session_id) {
    throw refused(
      `The order ${order.id} at Razorpay was not made for this payment session`
    )
  }
  const payments = await client.orderPayments(order.id)
  return {
    own: { ...own, session_id },
    order,
    payments,
    payer: payerOf(payments, own.payment_id),
  }
}

/** What the store asks for: what was written down when the order was made, and what Medusa's row says now. */
async function expectations({ sessions }: Tools, { amount, ...own }: OwnPart) {
  const row = await sessions.byId(own.session_id)
  const written = amount === null ? [] : [{ amount, currency: own.currency }]
  const currency = row?.currency_code ?? ""
  return row
    ? [...written, { amount: toRazorpay(row.amount, currency), currency }]
    : written
}

/** What speaks against taking the payer's money for what the store asks for, in one line; undefined if nothing. */
export async function objectionTo(
  tools: Tools,
  { own, order, payer }: Look
): Promise<string | undefined> {
  const expected = await expectations(tools, own)
  if (expected.length === 0) {
    return "nobody knows what the store asked for"
  }
  const held = payer ? [order, payer] : [order]
  for (const money of held) {
    const difference = expected
      .map((asked) => differenceFrom(money, asked))
      .find(Boolean)
    if (difference) {
      return difference
    }
  }
  return undefined
}
