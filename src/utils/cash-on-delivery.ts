/** The slug of the feature, which also marks the line of its fee. */
export const CASH_ON_DELIVERY = "cash-on-delivery"

/** The payment provider as Medusa knows it. */
export const CASH_ON_DELIVERY_PROVIDER = "pp_cash-on-delivery_cash-on-delivery"
