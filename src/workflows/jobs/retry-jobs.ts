import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { retryJobsStep } from "./steps/retry-jobs"

/**
 * Lets failing, dead or waiting jobs run at once, with all their attempts.
 * @returns the ids it was done for: not those that run just now or are gone
 * @example await retryJobsWorkflow(container).run({ input: { ids: ["42"] } })
 */
export const retryJobsWorkflow = createWorkflow(
  "retry-jobs",
  (input: { ids: string[] }) => new WorkflowResponse(retryJobsStep(input.ids))
)
