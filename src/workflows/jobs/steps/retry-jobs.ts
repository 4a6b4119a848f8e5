import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { JOBS_MODULE } from "../../../modules/jobs"
import type JobsModuleService from "../../../modules/jobs/service"

/** Lets jobs run at once. Not undone: they may have run by then, and they are idempotent. */
export const retryJobsStep = createStep(
  "retry-jobs",
  async (ids: string[], { container }) => {
    const service = container.resolve<JobsModuleService>(JOBS_MODULE)
    return new StepResponse(await service.retryJobs(ids, new Date()))
  }
)
