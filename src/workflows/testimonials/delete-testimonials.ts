import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteTestimonialsStep } from "./steps/delete-testimonials"
import { validateTestimonialsExistStep } from "./steps/validate-testimonials-exist"

/**
 * Deletes testimonials softly; `restoreTestimonialsWorkflow` takes it back.
 * @throws NOT_FOUND that names the ids that do not exist; then none is deleted
 * @example await deleteTestimonialsWorkflow(container).run({
 *   input: { ids: ["testi_01J…"] },
 * })
 */
export const deleteTestimonialsWorkflow = createWorkflow(
  "delete-testimonials",
  (input: { ids: string[] }) => {
    validateTestimonialsExistStep(input)
    const ids = transform({ input }, ({ input }) => input.ids)
    return new WorkflowResponse(deleteTestimonialsStep(ids))
  }
)
