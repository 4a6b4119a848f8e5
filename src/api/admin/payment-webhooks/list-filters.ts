import type { AdminGetPaymentWebhooksType } from "./validators"

type Filters = Omit<AdminGetPaymentWebhooksType, "limit" | "offset" | "order">

/** Whole ids only: each has an index of its own. */
const SEARCHED = ["id", "event_id", "gateway_payment_id", "session_id"]

/** The list's filters in the form the module's service takes. */
export function listFilters({ q, ...filters }: Filters) {
  const id = q?.trim()
  return {
    ...filters,
    ...(id && { $or: SEARCHED.map((field) => ({ [field]: id })) }),
  }
}

/** The id makes the order total, so that no page repeats a row. */
export function listOrder(order: string): Record<string, "ASC" | "DESC"> {
  const descending = order.startsWith("-")
  const field = descending ? order.slice(1) : order
  return { [field]: descending ? "DESC" : "ASC", id: "ASC" }
}
