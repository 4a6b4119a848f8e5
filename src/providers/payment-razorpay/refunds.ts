import { createHash } from "node:crypto"
import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { fromRazorpay, stepOf, toRazorpay } from "./amounts"
import { noteOf, type RazorpayPayment, type RazorpayRefund } from "./api-types"
import type { RazorpayClient } from "./client"
import { refused } from "./errors"
import { leftOf } from "./order-state"

/** The note by which the store knows its own refunds again. */
const REFUND_NOTE = "refund_id"

/** What Razorpay takes as a key: at least 10 letters, digits, `-` and `_`. */
export function refundKey(id: string): string {
  return /^[\w-]{10,200}$/.test(id)
    ? id
    : createHash("sha256").update(id).digest("hex")
}

export const storeRefundId = ({ notes }: RazorpayRefund): string | null =>
  noteOf(notes, REFUND_NOTE) ?? null

type Wanted = {
  amount: BigNumberInput
  currency: string
  /** The payment that pays the session. */
  payer: RazorpayPayment | undefined
  /** All of the order's. */
  payments: RazorpayPayment[]
}

/** By how much an amount that is finer than Razorpay's steps may be over what is left of a payment. */
function roundingOf(amount: BigNumberInput, currency: string): number {
  const rounded = fromRazorpay(toRazorpay(amount, currency), currency)
  return MathBN.eq(amount, rounded) ? 0 : stepOf(currency)
}

/**
 * Which payment the money goes back from, and how much in minor units: the one that paid, or
 * else another of the order with enough left.
 *
 * @throws when none has enough left
 */
export function pickPayment({ amount, currency, payer, payments }: Wanted) {
  const units = toRazorpay(amount, currency)
  const others = payments.filter(({ id }) => id !== payer?.id)
  const candidates = payer ? [payer, ...others] : others
  const enough = units - roundingOf(amount, currency)
  const payment = candidates.find((candidate) => leftOf(candidate) >= enough)
  if (!payment || enough <= 0 || payment.currency !== currency) {
    const most = Math.max(0, ...candidates.map(leftOf))
    throw refused(
      `No payment of this order at Razorpay has ${fromRazorpay(units, currency)} ${currency} left to refund; the most is ${fromRazorpay(most, currency)}`
    )
  }
  return { paymentId: payment.id, units: Math.min(units, leftOf(payment)) }
}

type RefundRequest = {
  paymentId: string
  units: number
  /** Medusa's id of the refund, or the key of a surplus. */
  id: string
}

/** Gives money back, once per id however often it is asked. */
export async function giveBack(
  client: RazorpayClient,
  { paymentId, units, id }: RefundRequest
): Promise<RazorpayRefund> {
  const body = { amount: units, speed: "normal", notes: { [REFUND_NOTE]: id } }
  const refund = await client
    .refund(paymentId, body, refundKey(id))
    .catch(async (error: unknown) => {
      // The first error says more than one of this look.
      const made = await findRefund(client, paymentId, id).catch(
        () => undefined
      )
      if (made) {
        return made
      }
      throw error
    })
  return checked(refund)
}

/** The same for money that no refund of Medusa's asks for: nobody says for how long Razorpay knows a key. */
export async function giveSurplusBack(
  client: RazorpayClient,
  request: RefundRequest
): Promise<RazorpayRefund> {
  const { paymentId, id } = request
  const made = await findRefund(client, paymentId, id)
  return made ? checked(made) : giveBack(client, request)
}

/** @throws when Razorpay took the refund on and it failed */
function checked(refund: RazorpayRefund): RazorpayRefund {
  if (refund.status === "failed") {
    throw refused(`Razorpay's refund ${refund.id} failed`)
  }
  return refund
}

/** That very refund, whatever the error was: no answer came, or nothing is left because of it. */
async function findRefund(
  client: RazorpayClient,
  paymentId: string,
  id: string
): Promise<RazorpayRefund | undefined> {
  const refunds = await client.refundsOf(paymentId)
  return refunds.find((refund) => storeRefundId(refund) === id)
}
