/** Why an older item did not move into the cart that survives. */
export const LEFT_OUT_REASONS = [
  "no_price",
  "not_sold",
  "other_sales_channel",
  "out_of_stock",
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

/** So many units of an older item stayed behind. */
export type StoreLeftOut = {
  /** Null for a line without a variant. */
  variant_id: string | null
  title: string
  quantity: number
  reason: LeftOutReason
}

/** An older cart that keeps its items for now; the next sign-in tries again. */
export type StoreWaitingCart = {
  cart_id: string
  reason: "being_paid" | "failed"
}

/** What became of a customer's older cart when another was taken over. */
export type StoreTakenOver = {
  left_out: StoreLeftOut[]
  waiting: StoreWaitingCart[]
}

export type StoreCartCountResponse = {
  /** Units of all products, fees not counted. */
  count: number
  /** Lines that they stand in. */
  lines: number
}
