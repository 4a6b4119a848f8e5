import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { removeJobsStep } from "./steps/remove-jobs"

/**
 * Deletes jobs, so that what they were to do never happens.
 * @returns the ids that were deleted: not those that run just now or are gone
 * @example await removeJobsWorkflow(container).run({ input: { ids: ["42"] } })
 */
export const removeJobsWorkflow = createWorkflow(
  "remove-jobs",
  (input: { ids: string[] }) => new WorkflowResponse(removeJobsStep(input.ids))
)
