/** HTTP shapes of the feature `reconciliation`, shared with the admin. Dates are ISO 8601 strings. */

export const RECONCILIATION_STATUSES = [
  "open",
  "repaired",
  "dismissed",
] as const

/** `open` needs a person, or is tried again; `repaired` is done; `dismissed` by an admin, with a reason. */
export type ReconciliationStatus = (typeof RECONCILIATION_STATUSES)[number]

export const RECONCILIATION_KINDS = [
  /** An order that its cart has, and nobody has paid for in Medusa. */
  "unpaid_order",
  /** An order that a dead checkout left without its cart. */
  "orphan_order",
  /** A capture that was written down, and half-made. */
  "half_capture",
  /** A refund that was written down, and half-made. */
  "half_refund",
  /** Paid at the gateway, and no order. */
  "paid_cart",
  /** Captured at the gateway, and not in Medusa. */
  "gateway_capture",
  /** Refunded at the gateway, and not in Medusa. */
  "gateway_refund",
  /** Canceled at the gateway under a live order. */
  "gateway_cancel",
  /** Medusa and the gateway name different sums, in no way that explains itself. */
  "different_sums",
  /** Money that the store did not ask for. */
  "surplus",
  /** What is reserved of a stock level is not the sum of its reservations. */
  "stock_drift",
  /** A paid order whose goods could not be reserved. */
  "missing_stock",
  /** The provider's keys belong to another account, or changed between test and live. */
  "account_changed",
] as const

export type ReconciliationKind = (typeof RECONCILIATION_KINDS)[number]

export type AdminReconciliationCase = {
  id: string
  kind: ReconciliationKind
  status: ReconciliationStatus
  /** What it is about: a session, an order, a stock level, a provider. */
  subject_id: string
  /** What was done, or why it was not. */
  reason: string
  provider_id: string | null
  order_id: string | null
  cart_id: string | null
  session_id: string | null
  payment_id: string | null
  gateway_payment_id: string | null
  attempts: number
  last_error: string | null
  dismissed_by: string | null
  dismiss_reason: string | null
  created_at: string
  last_seen_at: string
  /** When it was repaired or dismissed. */
  closed_at: string | null
}

export type AdminReconciliationCaseDetail = AdminReconciliationCase & {
  /** What Medusa says, and what the gateway says, when it was last looked at. */
  medusa: unknown
  gateway: unknown
}

/** A provider that is not being reconciled now, and why. */
export type AdminReconciliationPause = {
  provider_id: string
  reason: "unreachable" | "account_changed"
  since: string
}

export type AdminReconciliationCasesResponse = {
  reconciliation_cases: AdminReconciliationCase[]
  count: number
  limit: number
  offset: number
  counts: Record<ReconciliationStatus, number>
  /** Null before the first run. */
  last_run_at: string | null
  paused: AdminReconciliationPause[]
}

export type AdminReconciliationCaseResponse = {
  reconciliation_case: AdminReconciliationCaseDetail
}
