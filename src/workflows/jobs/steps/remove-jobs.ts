import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { JOBS_MODULE } from "../../../modules/jobs"
import type JobsModuleService from "../../../modules/jobs/service"

/** Deletes jobs for good, which is why it must be a workflow's last step. */
export const removeJobsStep = createStep(
  "remove-jobs",
  async (ids: string[], { container }) => {
    const service = container.resolve<JobsModuleService>(JOBS_MODULE)
    return new StepResponse(await service.removeJobs(ids))
  }
)
