import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { listCustomersWithCompletedOrderStep } from "./steps/list-customers-with-completed-order"
import {
  type UpdateTestimonialInput,
  updateTestimonialStep,
} from "./steps/update-testimonial"
import { validateTestimonialLinksStep } from "./steps/validate-testimonial-links"
import { validateTestimonialsExistStep } from "./steps/validate-testimonials-exist"

/**
 * Edits a testimonial. A change of its customer decides anew whether it is verified.
 * @throws NOT_FOUND, or INVALID_DATA when the product or customer does not exist
 * @example await updateTestimonialWorkflow(container).run({
 *   input: { id: "testi_01J…", featured: true },
 * })
 */
export const updateTestimonialWorkflow = createWorkflow(
  "update-testimonial",
  (input: UpdateTestimonialInput) => {
    validateTestimonialsExistStep(
      transform({ input }, ({ input }) => ({ ids: [input.id] }))
    )
    validateTestimonialLinksStep(input)
    const customerIds = transform({ input }, ({ input }) => [input.customer_id])
    const buyers = listCustomersWithCompletedOrderStep(customerIds)
    const changes = transform({ input, buyers }, ({ input, buyers }) =>
      input.customer_id === undefined
        ? input
        : { ...input, verified: buyers.includes(input.customer_id ?? "") }
    )
    return new WorkflowResponse(updateTestimonialStep(changes))
  }
)
