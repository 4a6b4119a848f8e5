/** Why a cart may not be paid on delivery. */
export const CASH_REFUSALS = [
  "not_offered",
  "below_minimum",
  "above_maximum",
  "email_missing",
  "too_many_open_orders",
] as const
export type CashRefusal = (typeof CASH_REFUSALS)[number]

/** Amounts are exact decimals in major units, such as "49.50". */
export type StoreCashOnDelivery = {
  provider_id: string
  is_allowed: boolean
  reasons: { code: CashRefusal; message: string }[]
  /** Null where it costs nothing. */
  fee: { amount: string; is_tax_inclusive: boolean } | null
  minimum: string | null
  maximum: string | null
  currency_code: string
}

export type StoreCashOnDeliveryResponse = {
  cash_on_delivery: StoreCashOnDelivery
}

export const CASH_DELIVERIES = ["not_shipped", "shipped", "delivered"] as const
export type CashDelivery = (typeof CASH_DELIVERIES)[number]

/** An order whose cash is still to collect. */
export type AdminCashOrder = {
  /** The order's. */
  id: string
  display_id: number
  email: string | null
  name: string | null
  phone: string | null
  city: string | null
  postal_code: string | null
  region_id: string | null
  /** What the order owes now, exact, in major units. */
  amount: string
  currency_code: string
  delivery: CashDelivery
  placed_at: string
}

export type AdminCashOrdersResponse = {
  orders: AdminCashOrder[]
  count: number
  limit: number
  offset: number
}

/** `started`: the payment is there, but not all of its books; collecting again completes them. */
export const CASH_STATES = [
  "open",
  "started",
  "collected",
  "canceled",
  "nothing_owed",
] as const
export type CashState = (typeof CASH_STATES)[number]

export type AdminCashOrderState = {
  order_id: string
  state: CashState
  amount: string
  currency_code: string
}

export type AdminCashOrderStateResponse = { cash: AdminCashOrderState | null }

export type AdminCollectCashResponse = {
  /** Ids of orders: all that are collected now, also those that were before. */
  collected: string[]
  refused: { id: string; message: string }[]
}
