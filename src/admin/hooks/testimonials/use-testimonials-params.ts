import { useListParams } from "../use-list-params"
import type { TestimonialsQuery } from "./use-testimonials"

const FILTERS = [
  "status",
  "placement",
  "source",
  "featured",
  "product_id",
  "customer_id",
] as const

export const useTestimonialsParams = (limit: number) =>
  useListParams<TestimonialsQuery>(FILTERS, limit)
