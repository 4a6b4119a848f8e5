import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminTestimonialsResponse,
  TestimonialPlacement,
  TestimonialSource,
  TestimonialStatus,
} from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { testimonialsKeys } from "./query-keys"

export type TestimonialsQuery = {
  q?: string
  status?: TestimonialStatus[]
  placement?: TestimonialPlacement[]
  source?: TestimonialSource[]
  featured?: boolean
  product_id?: string
  customer_id?: string
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

export function useTestimonials(query: TestimonialsQuery) {
  return useFeatureQuery(
    testimonialsKeys.list(query),
    () =>
      sdk.client.fetch<AdminTestimonialsResponse>("/admin/testimonials", {
        query,
      }),
    { placeholderData: keepPreviousData }
  )
}
