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
import { validateTestimonialsExistStep } from "./steps/validate-testimonials-exist"

/**
 * Rejects testimonials. Those that were rejected already are left alone and raise no event.
 * @returns the ids whose status changed
 * @throws NOT_FOUND that names the ids that do not exist; then none is changed
 * @example await rejectTestimonialsWorkflow(container).run({
 *   input: { ids: ["testi_01J…"], reviewed_by: "user_01J…", reviewed_at: new Date() },
 * })
 */
export const rejectTestimonialsWorkflow = createWorkflow(
  "reject-testimonials",
  (input: UpdateTestimonialsStatusInput) => {
    validateTestimonialsExistStep(input)
    const decision = transform({ input }, ({ input }) => ({
      ...input,
      status: "rejected" as const,
    }))
    const changed = updateTestimonialsStatusStep(decision)
    emitEventStep({
      eventName: TestimonialEvents.REJECTED,
      data: transform({ changed }, ({ changed }) =>
        changed.map((id) => ({ id }))
      ),
    })
    return new WorkflowResponse(changed)
  }
)
