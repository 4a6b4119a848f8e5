import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { StockDrift } from "../../modules/reconciliation/candidates-sql"
import { errorLine } from "../../utils/redact"
import type { Look } from "./look"
import { noteReconciliationRepairWorkflow } from "./put-case"
import { repairStockDriftStep } from "./steps/repair-stock-drift"

/**
 * Sets right a stock level whose reserved quantity is not the sum of its reservations.
 * @returns whether it was different still
 */
export const repairStockDriftWorkflow = createWorkflow(
  "repair-stock-drift",
  (input: StockDrift) => new WorkflowResponse(repairStockDriftStep(input))
)

/** @returns where the next page of levels begins */
export async function examineStock(
  { container, service, logger, ages, installedAt }: Look,
  cursor: string
): Promise<string> {
  const hourAgo = new Date(ages.now.getTime() - 3_600_000)
  const since = hourAgo > installedAt ? hourAgo : installedAt
  const recent = { since, until: ages.now }
  const found = await service.findStockDrift(recent, cursor)
  for (const drift of found.drifted) {
    try {
      await repairOne(container, drift)
    } catch (error) {
      logger.warn(`[reconciliation] ${drift.id}: ${errorLine(error)}`)
    }
  }
  return found.cursor
}

async function repairOne(container: Look["container"], drift: StockDrift) {
  const { result: wasDifferent } = await repairStockDriftWorkflow(
    container
  ).run({ input: drift })
  if (wasDifferent) {
    await noteReconciliationRepairWorkflow(container).run({
      input: {
        kind: "stock_drift",
        subject_id: drift.id,
        reason: `${drift.reserved} were reserved by the level, ${drift.promised} by its reservations`,
        medusa: drift,
      },
    })
  }
}
