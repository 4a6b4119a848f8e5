import { type Notes, noteOf, type RazorpayPayment } from "./api-types"
import type { RazorpayOrder } from "./api-types"
import { textOf } from "./session-data"

/** An order at Razorpay with all attempts to pay it. */
export type OrderState = { order: RazorpayOrder; payments: RazorpayPayment[] }

/** The money was taken; some or all of it may have gone back since. */
export const wasTaken = ({ status, captured }: RazorpayPayment) =>
  status === "captured" || (status === "refunded" && captured)

export const isHeld = ({ status }: RazorpayPayment) => status === "authorized"

export const leftOf = (payment: RazorpayPayment) =>
  wasTaken(payment) ? payment.amount - payment.amount_refunded : 0

const earliest = (payments: RazorpayPayment[]) =>
  [...payments].sort(
    (a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1)
  )[0]

/**
 * The one payment that pays the order; any further one is too much. The state of the order
 * says nothing: `created` and `attempted` hold no money, and a payment that was taken for
 * one that is held counts whatever came first. Of two alike, the one that the store knows
 * stays, or else the earlier.
 *
 * @param knownId - the payment that the store has written down
 */
export function payerOf(
  payments: RazorpayPayment[],
  knownId: string | null
): RazorpayPayment | undefined {
  for (const counts of [wasTaken, isHeld]) {
    const candidates = payments.filter(counts)
    const known = candidates.find(({ id }) => id === knownId)
    const payer = known ?? earliest(candidates)
    if (payer) {
      return payer
    }
  }
  return undefined
}

type Marked = { notes: Notes; receipt?: string | null }

/** The session that an order was made for: from its notes, which only the store writes, or else its receipt. */
export function sessionIdOf({ notes, receipt }: Marked): string | undefined {
  return (
    noteOf(notes, "session_id") ??
    /^(payses_\w+?)(-\d+)?$/.exec(textOf(receipt) ?? "")?.[1]
  )
}

/** What differs between the money of a payment and what the store asked for, in one line; undefined if nothing. */
export function differenceFrom(
  payment: Pick<RazorpayPayment, "amount" | "currency">,
  expected: { amount: number; currency: string }
): string | undefined {
  const isSame =
    payment.amount === expected.amount &&
    payment.currency.toUpperCase() === expected.currency.toUpperCase()
  return isSame
    ? undefined
    : `Razorpay holds ${payment.amount} ${payment.currency} and the store asked for ${expected.amount} ${expected.currency}`
}
