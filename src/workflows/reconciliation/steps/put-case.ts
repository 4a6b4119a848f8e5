import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import type { CaseFacts } from "../../../modules/reconciliation/cases-sql"
import type ReconciliationModuleService from "../../../modules/reconciliation/service"

/** An open case is looked at again after this long, and a person may have seen to it. */
const AGAIN_MS = 5 * 60_000

type PutCaseInput = CaseFacts & { status: "open" | "repaired" }

/** Not undone: what was found was found. */
export const putReconciliationCaseStep = createStep(
  "put-reconciliation-case",
  async ({ status, ...facts }: PutCaseInput, { container }) => {
    const now = new Date()
    const again = new Date(now.getTime() + AGAIN_MS)
    const put = await container
      .resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
      .putCase(
        { ...facts, status },
        { now, nextCheckAt: status === "open" ? again : null }
      )
    return new StepResponse(put ?? { id: "", is_new: false })
  }
)
