import type { AdminTestimonialsChangedResponse } from "../../../types/testimonials"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"

/** The first id comes first; at most 100. */
export function useReorderTestimonials() {
  return useInvalidatingMutation(testimonialsKeys.all, (ids: string[]) =>
    sdk.client.fetch<AdminTestimonialsChangedResponse>(
      "/admin/testimonials/reorder",
      {
        method: "POST",
        body: { ids },
      }
    )
  )
}
