import type { AdminTestimonialResponse } from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"
import type { TestimonialInput } from "./testimonial-input"

type Change = Partial<TestimonialInput> & { id: string }

export function useUpdateTestimonial() {
  return useInvalidatingMutation(
    testimonialsKeys.all,
    ({ id, ...body }: Change) =>
      sdk.client.fetch<AdminTestimonialResponse>(`/admin/testimonials/${id}`, {
        method: "POST",
        body,
      })
  )
}
