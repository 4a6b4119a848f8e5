import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminReconciliationCaseResponse } from "../../../../../types/reconciliation"
import { confirmGatewayAccountWorkflow } from "../../../../../workflows/reconciliation"
import { presentCaseDetail } from "../../present-case"

defineFileConfig({ path: __filename, isDisabled: isOff("reconciliation") })

/** The provider's new keys are meant: its payments are reconciled again. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReconciliationCaseResponse>
) {
  const { result } = await confirmGatewayAccountWorkflow(req.scope).run({
    input: { id: req.params.id! },
  })
  res.json({ reconciliation_case: presentCaseDetail(result) })
}
