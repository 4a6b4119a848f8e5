import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"

export function useDeleteTestimonial() {
  return useInvalidatingMutation(testimonialsKeys.all, (id: string) =>
    sdk.client.fetch(`/admin/testimonials/${id}`, { method: "DELETE" })
  )
}
