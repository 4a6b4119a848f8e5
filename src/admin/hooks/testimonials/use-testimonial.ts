import type { AdminTestimonialResponse } from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { testimonialsKeys } from "./query-keys"

export function useTestimonial(id: string) {
  return useFeatureQuery(testimonialsKeys.detail(id), () =>
    sdk.client.fetch<AdminTestimonialResponse>(`/admin/testimonials/${id}`)
  )
}
