import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { DecideTestimonialsInput } from "../../../workflows/testimonials/steps/decide-testimonials"

/** A decision about testimonials, by the admin who asks and now. */
export function decisionOf(
  req: AuthenticatedMedusaRequest,
  ids: string[]
): DecideTestimonialsInput {
  return {
    ids,
    reviewed_by: req.auth_context.actor_id,
    reviewed_at: new Date(),
  }
}
