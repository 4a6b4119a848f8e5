import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { reorderTestimonialsStep } from "./steps/reorder-testimonials"
import { validateTestimonialsExistStep } from "./steps/validate-testimonials-exist"

/**
 * Puts testimonials into the given order: the first gets position 1.
 * @throws NOT_FOUND that names the ids that do not exist; then nothing moves
 * @example await reorderTestimonialsWorkflow(container).run({
 *   input: { ids: ["testi_01J…B", "testi_01J…A"] },
 * })
 */
export const reorderTestimonialsWorkflow = createWorkflow(
  "reorder-testimonials",
  (input: { ids: string[] }) => {
    validateTestimonialsExistStep(input)
    const ids = transform({ input }, ({ input }) => input.ids)
    reorderTestimonialsStep(ids)
    return new WorkflowResponse(ids)
  }
)
