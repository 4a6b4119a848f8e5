import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteTestimonialInviteStep } from "./steps/delete-testimonial-invite"

/**
 * Withdraws an invite: its link stops working.
 * @throws NOT_FOUND
 * @example await deleteTestimonialInviteWorkflow(container).run({
 *   input: { id: "testinv_01J…" },
 * })
 */
export const deleteTestimonialInviteWorkflow = createWorkflow(
  "delete-testimonial-invite",
  (input: { id: string }) => {
    const id = transform({ input }, ({ input }) => input.id)
    return new WorkflowResponse(deleteTestimonialInviteStep(id))
  }
)
