import type { AdminTestimonialResponse } from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"
import type { TestimonialInput } from "./testimonial-input"

export function useCreateTestimonial() {
  return useInvalidatingMutation(
    testimonialsKeys.all,
    (body: TestimonialInput) =>
      sdk.client.fetch<AdminTestimonialResponse>("/admin/testimonials", {
        method: "POST",
        body,
      })
  )
}
