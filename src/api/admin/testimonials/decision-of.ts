import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { UpdateTestimonialsStatusInput } from "../../../workflows/testimonials/steps/update-testimonials-status"

/** A decision about testimonials, by the admin who asks and now. */
export function decisionOf(
  req: AuthenticatedMedusaRequest,
  ids: string[]
): UpdateTestimonialsStatusInput {
  return {
    ids,
    reviewed_by: req.auth_context.actor_id,
    reviewed_at: new Date(),
  }
}
