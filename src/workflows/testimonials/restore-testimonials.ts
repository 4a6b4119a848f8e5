import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { restoreTestimonialsStep } from "./steps/restore-testimonials"
import { validateTestimonialsExistStep } from "./steps/validate-testimonials-exist"

/**
 * Takes the deletion of testimonials back.
 * @throws NOT_FOUND that names the ids that never existed
 * @example await restoreTestimonialsWorkflow(container).run({
 *   input: { ids: ["testi_01J…"] },
 * })
 */
export const restoreTestimonialsWorkflow = createWorkflow(
  "restore-testimonials",
  (input: { ids: string[] }) => {
    validateTestimonialsExistStep(
      transform({ input }, ({ input }) => ({
        ids: input.ids,
        include_deleted: true,
      }))
    )
    const ids = transform({ input }, ({ input }) => input.ids)
    return new WorkflowResponse(restoreTestimonialsStep(ids))
  }
)
