import type { AdminGetTestimonialsType } from "./validators"

type Filters = Omit<AdminGetTestimonialsType, "limit" | "offset" | "order">

/** The list's filters in the form `query.graph` takes. */
export function listFilters({ placement, ...filters }: Filters) {
  return {
    ...filters,
    ...(placement && { placements: { $overlap: placement } }),
  }
}

/** `-created_at` in the form `query.graph` takes; the id makes the order total, so that no page repeats a row. */
export function listOrder(order: string): Record<string, "ASC" | "DESC"> {
  const descending = order.startsWith("-")
  const field = descending ? order.slice(1) : order
  return { [field]: descending ? "DESC" : "ASC", id: "ASC" }
}
