import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { TestimonialEvents } from "./events"
import {
  type UpdateTestimonialsStatusInput,
  updateTestimonialsStatusStep,
} from "./steps/update-testimonials-status"
import { listCustomersWithCompletedOrderStep } from "./steps/list-customers-with-completed-order"
import { listTestimonialCustomersStep } from "./steps/list-testimonial-customers"
import { validateTestimonialsExistStep } from "./steps/validate-testimonials-exist"
import { updateTestimonialsVerifiedStep } from "./steps/update-testimonials-verified"

/**
 * Approves testimonials, and verifies those whose customer has completed an order since.
 * Those that were approved already are left alone and raise no event.
 * @returns the ids whose status changed
 * @throws NOT_FOUND that names the ids that do not exist; then none is changed
 * @example await approveTestimonialsWorkflow(container).run({
 *   input: { ids: ["testi_01J…"], reviewed_by: "user_01J…", reviewed_at: new Date() },
 * })
 */
export const approveTestimonialsWorkflow = createWorkflow(
  "approve-testimonials",
  (input: UpdateTestimonialsStatusInput) => {
    validateTestimonialsExistStep(input)
    const decision = transform({ input }, ({ input }) => ({
      ...input,
      status: "approved" as const,
    }))
    const changed = updateTestimonialsStatusStep(decision)
    const buyers = listCustomersWithCompletedOrderStep(
      listTestimonialCustomersStep(changed)
    )
    updateTestimonialsVerifiedStep({ ids: changed, customer_ids: buyers })
    emitEventStep({
      eventName: TestimonialEvents.APPROVED,
      data: transform({ changed }, ({ changed }) =>
        changed.map((id) => ({ id }))
      ),
    })
    return new WorkflowResponse(changed)
  }
)
