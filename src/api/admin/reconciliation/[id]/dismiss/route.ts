import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminReconciliationCaseResponse } from "../../../../../types/reconciliation"
import { dismissReconciliationCaseWorkflow } from "../../../../../workflows/reconciliation"
import { presentCaseDetail } from "../../present-case"
import type { AdminDismissReconciliationCaseType } from "../../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("reconciliation") })

/** Nothing is to be done about it: it is left alone from now on. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminDismissReconciliationCaseType>,
  res: MedusaResponse<AdminReconciliationCaseResponse>
) {
  const { result } = await dismissReconciliationCaseWorkflow(req.scope).run({
    input: {
      id: req.params.id!,
      reason: req.validatedBody.reason,
      dismissed_by: req.auth_context.actor_id,
    },
  })
  res.json({ reconciliation_case: presentCaseDetail(result) })
}
