import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { RECONCILIATION_MODULE } from "../../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../../modules/reconciliation/service"
import type { AdminReconciliationCaseResponse } from "../../../../types/reconciliation"
import { presentCaseDetail } from "../present-case"

defineFileConfig({ path: __filename, isDisabled: isOff("reconciliation") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReconciliationCaseResponse>
) {
  const service = req.scope.resolve<ReconciliationModuleService>(
    RECONCILIATION_MODULE
  )
  const row = await service.retrieveReconciliationCase(req.params.id!)
  res.json({ reconciliation_case: presentCaseDetail(row) })
}
