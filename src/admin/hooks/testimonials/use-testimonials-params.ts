import { useTableParams } from "../use-table-params"
import type { TestimonialsQuery } from "./use-testimonials"

const FILTERS = [
  "status",
  "placement",
  "source",
  "featured",
  "product_id",
  "customer_id",
] as const

/** What the page's address asks for, in the words of the API. */
export function useTestimonialsParams(limit: number): TestimonialsQuery {
  return useTableParams<TestimonialsQuery>(FILTERS, limit)
}
