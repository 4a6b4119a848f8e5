import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminReconciliationCaseResponse } from "../../../../../types/reconciliation"
import { retryReconciliationCaseWorkflow } from "../../../../../workflows/reconciliation"
import { presentCaseDetail } from "../../present-case"

defineFileConfig({ path: __filename, isDisabled: isOff("reconciliation") })

/** Looks at it again now, and sets right what can be. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReconciliationCaseResponse>
) {
  const { result } = await retryReconciliationCaseWorkflow(req.scope).run({
    input: { id: req.params.id! },
  })
  res.json({ reconciliation_case: presentCaseDetail(result) })
}
