import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"

/** Takes a delete back. */
export function useRestoreTestimonial() {
  return useInvalidatingMutation(testimonialsKeys.all, (id: string) =>
    sdk.client.fetch(`/admin/testimonials/${id}/restore`, { method: "POST" })
  )
}
