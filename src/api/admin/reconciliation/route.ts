import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../modules/reconciliation/service"
import type { AdminReconciliationCasesResponse } from "../../../types/reconciliation"
import { listFilters } from "./list-filters"
import { CASE_FIELDS, presentCase } from "./present-case"
import type { AdminGetReconciliationCasesType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("reconciliation") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReconciliationCasesResponse>
) {
  const { limit, offset, order, ...filters } =
    req.validatedQuery as AdminGetReconciliationCasesType
  const service = req.scope.resolve<ReconciliationModuleService>(
    RECONCILIATION_MODULE
  )
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const [[rows, count], counts, run, paused] = await Promise.all([
    service.listAndCountReconciliationCases(listFilters(filters), {
      select: [...CASE_FIELDS],
      take: limit,
      skip: offset,
      // The id makes the order total, so that no page repeats a row.
      order: { [order.replace(/^-/, "")]: direction, id: "ASC" },
    }),
    service.countCases(),
    service.lastRun(),
    service.listPauses(),
  ])
  res.json({
    reconciliation_cases: rows.map(presentCase),
    ...{ count, limit, offset, counts, paused },
    last_run_at: run ? new Date(run.ended_at).toISOString() : null,
  })
}
