export const PAYMENT_TRANSACTION_ACTIONS = [
  "create",
  "update",
  "authorize",
  "capture",
  "refund",
  "cancel",
  "webhook",
  "reconcile",
  "dispute",
] as const
export type PaymentTransactionAction =
  (typeof PAYMENT_TRANSACTION_ACTIONS)[number]

/** `started`: no end was written down, so the gateway may have done it or not. `unknown`: no answer came. */
export const PAYMENT_TRANSACTION_OUTCOMES = [
  "started",
  "succeeded",
  "refused",
  "unknown",
] as const
export type PaymentTransactionOutcome =
  (typeof PAYMENT_TRANSACTION_OUTCOMES)[number]

export const PAYMENT_TRANSACTION_CAUSES = [
  "storefront",
  "admin",
  "webhook",
  "reconcile",
  "job",
  "system",
] as const
export type PaymentTransactionCause =
  (typeof PAYMENT_TRANSACTION_CAUSES)[number]

/** Who wrote the row: a wrapper around one of the suite's providers, a trigger, or the webhook inbox. */
export const PAYMENT_TRANSACTION_SOURCES = [
  "provider",
  "trigger",
  "webhook",
] as const
export type PaymentTransactionSource =
  (typeof PAYMENT_TRANSACTION_SOURCES)[number]

export type AdminPaymentTransaction = {
  id: string
  provider_id: string
  action: PaymentTransactionAction
  outcome: PaymentTransactionOutcome
  gateway_payment_id: string | null
  gateway_reference_id: string | null
  payment_session_id: string | null
  payment_collection_id: string | null
  payment_id: string | null
  capture_id: string | null
  refund_id: string | null
  order_id: string | null
  /** In major units, exact, such as "10.99". */
  amount: string | null
  currency_code: string | null
  state_before: string | null
  state_after: string | null
  cause: PaymentTransactionCause
  actor_type: string | null
  actor_id: string | null
  request_id: string | null
  error: string | null
  source: PaymentTransactionSource
  created_at: string
  finished_at: string | null
}

export type AdminPaymentTransactionsResponse = {
  payment_transactions: AdminPaymentTransaction[]
  count: number
  limit: number
  offset: number
}

/** What the customer who paid may see. */
export type StorePaymentTransaction = {
  id: string
  order_id: string
  provider_id: string
  action: PaymentTransactionAction
  outcome: PaymentTransactionOutcome
  /** In major units, as Medusa's own amounts. */
  amount: number | null
  currency_code: string | null
  state: string | null
  created_at: string
}

export type StorePaymentsResponse = {
  payments: StorePaymentTransaction[]
  count: number
  limit: number
  offset: number
}
