import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type CreateTestimonialInput,
  createTestimonialsStep,
} from "./steps/create-testimonials"
import { listCustomersWithCompletedOrderStep } from "./steps/list-customers-with-completed-order"
import { validateTestimonialLinksStep } from "./steps/validate-testimonial-links"

/**
 * Creates a testimonial as a merchant does. `verified` is found out, never taken from the input.
 *
 * @example await createTestimonialWorkflow(container).run({
 *   input: { name: "Asha Rao", feedback: "Came in two days.", rating: 5, source: "admin" },
 * })
 */
export const createTestimonialWorkflow = createWorkflow(
  "create-testimonial",
  (input: CreateTestimonialInput) => {
    validateTestimonialLinksStep(input)
    const customerIds = transform({ input }, ({ input }) => [input.customer_id])
    const buyers = listCustomersWithCompletedOrderStep(customerIds)
    const rows = transform({ input, buyers }, ({ input, buyers }) => [
      { ...input, verified: buyers.includes(input.customer_id ?? "") },
    ])
    const created = createTestimonialsStep(rows)
    return new WorkflowResponse(
      transform({ created }, ({ created }) => created[0]!)
    )
  }
)
