import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../../config/suite-options"
import type { Settlement } from "../../../utils/account-settlement"
import { accountsOf } from "../service-of"

/** Adds the job that goes on if the server dies. Not undone: it looks first whether anything happened. */
export const planSettlementStep = createStep(
  "plan-settlement",
  async (settlement: Settlement, { container }) => {
    await accountsOf(container).planSettlement(settlement, suiteSecret())
    return new StepResponse(undefined)
  }
)
