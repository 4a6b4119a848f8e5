import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type CreateTestimonialInviteInput,
  createTestimonialInviteStep,
} from "./steps/create-testimonial-invite"
import { validateTestimonialLinksStep } from "./steps/validate-testimonial-links"

/**
 * Creates an invite, whose link lets one person submit one testimonial.
 * @throws INVALID_DATA when the product or customer does not exist
 * @example await createTestimonialInviteWorkflow(container).run({
 *   input: { name: "Bo", product_id: "prod_01J…", expires_at: new Date("2026-12-24") },
 * })
 */
export const createTestimonialInviteWorkflow = createWorkflow(
  "create-testimonial-invite",
  (input: CreateTestimonialInviteInput) => {
    validateTestimonialLinksStep(input)
    return new WorkflowResponse(createTestimonialInviteStep(input))
  }
)
