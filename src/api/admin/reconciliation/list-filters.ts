import type { AdminGetReconciliationCasesType } from "./validators"

type Filters = Omit<
  AdminGetReconciliationCasesType,
  "limit" | "offset" | "order"
>

/** Whole ids only. */
const SEARCHED = [
  ...["id", "subject_id", "order_id", "cart_id", "session_id"],
  ...["payment_id", "gateway_payment_id"],
]

/** The list's filters in the form the module's service takes. */
export function listFilters({ q, ...filters }: Filters) {
  const id = q?.trim()
  return {
    ...filters,
    ...(id && { $or: SEARCHED.map((field) => ({ [field]: id })) }),
  }
}
