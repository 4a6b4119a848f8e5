import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"

/** Withdraws an invite: its link stops working. */
export function useDeleteTestimonialInvite() {
  return useInvalidatingMutation(testimonialsKeys.all, (id: string) =>
    sdk.client.fetch(`/admin/testimonials/invites/${id}`, { method: "DELETE" })
  )
}
