import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Settlement } from "../../../utils/account-settlement"
import { accountsOf } from "../service-of"
import { settleAccount } from "../settle-account"

/** What it follows from is done, and stays: where this fails, the job that was planned tries again. */
export const settleAccountStep = createStep(
  "settle-account",
  async (settlement: Settlement, { container }) => {
    try {
      await settleAccount(container, settlement)
      await accountsOf(container).dropSettlement(settlement)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`[accounts] left to the queue: ${(error as Error).message}`)
    }
    return new StepResponse(undefined)
  }
)
