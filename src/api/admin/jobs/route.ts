import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { JOBS_MODULE } from "../../../modules/jobs"
import type JobsModuleService from "../../../modules/jobs/service"
import type { AdminJobsResponse } from "../../../types/jobs"
import type { AdminGetJobsType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("jobs") })

/** Jobs of the queue, newest first, and how many are in each state; never a payload. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminJobsResponse>
) {
  const filters = req.validatedQuery as AdminGetJobsType
  const service = req.scope.resolve<JobsModuleService>(JOBS_MODULE)
  const { limit, offset } = filters
  res.json({ ...(await service.listJobs(filters)), limit, offset })
}
