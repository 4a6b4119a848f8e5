import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminJobIdsResponse } from "../../../../types/jobs"
import { retryJobsWorkflow } from "../../../../workflows/jobs"
import type { AdminJobIdsType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("jobs") })

/** Answers with the ids it was done for; a job that runs just now or is gone is left out. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminJobIdsType>,
  res: MedusaResponse<AdminJobIdsResponse>
) {
  const { result: ids } = await retryJobsWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ ids })
}
