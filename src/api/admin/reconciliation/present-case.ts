import type { ReconciliationCaseRow } from "../../../modules/reconciliation/service"
import type {
  AdminReconciliationCase,
  AdminReconciliationCaseDetail,
} from "../../../types/reconciliation"

/** All but what both sides said, which only the details show. */
export const CASE_FIELDS = [
  ...["id", "kind", "status", "subject_id", "reason", "provider_id"],
  ...["order_id", "cart_id", "session_id", "payment_id"],
  ...["gateway_payment_id", "attempts", "last_error"],
  ...["dismissed_by", "dismiss_reason"],
  ...["created_at", "last_seen_at", "closed_at"],
] as const

export function presentCase(
  row: ReconciliationCaseRow
): AdminReconciliationCase {
  const given = row as unknown as Record<string, unknown>
  const shown = CASE_FIELDS.map((field) => [field, given[field] ?? null])
  return Object.fromEntries(shown) as AdminReconciliationCase
}

export const presentCaseDetail = (
  row: ReconciliationCaseRow
): AdminReconciliationCaseDetail => ({
  ...presentCase(row),
  medusa: row.medusa,
  gateway: row.gateway,
})
