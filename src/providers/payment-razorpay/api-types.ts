/** Of Razorpay's answers, what the store reads. Amounts in minor units, times in seconds. */

/** Razorpay sends an empty list where there are none. */
export type Notes = Record<string, string> | unknown[] | null | undefined

export type RazorpayOrder = {
  id: string
  amount: number
  currency: string
  receipt: string | null
  /** `paid` once a payment was captured. `attempted` says nothing about money. */
  status: "created" | "attempted" | "paid"
  notes: Notes
}

export type RazorpayPayment = {
  id: string
  order_id: string | null
  amount: number
  currency: string
  /** `refunded` once nothing is left of it, also of money that was only held. */
  status: "created" | "authorized" | "captured" | "refunded" | "failed"
  /** Whether the money was ever taken. */
  captured: boolean
  amount_refunded: number
  method?: string | null
  error_code?: string | null
  error_reason?: string | null
  created_at: number
}

export type RazorpayRefund = {
  id: string
  payment_id: string
  amount: number
  currency: string
  status: "pending" | "processed" | "failed"
  receipt?: string | null
  notes: Notes
}

export type RazorpayDispute = {
  id: string
  payment_id: string
  amount: number
  currency: string
  status: string
  /** `retrieval` and `fraud` only ask: no money is taken before a `chargeback`. */
  phase?: string
  reason_code?: string | null
}

export type RazorpayList<Item> = { count: number; items: Item[] }

/** A note's text; undefined where there is none. */
export function noteOf(notes: Notes, name: string): string | undefined {
  const value =
    notes && !Array.isArray(notes) && Object.hasOwn(notes, name)
      ? notes[name]
      : undefined
  return typeof value === "string" && value !== "" ? value : undefined
}
