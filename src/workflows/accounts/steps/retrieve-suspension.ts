import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { AccountActor } from "../../../modules/accounts/service"
import { accountsOf } from "../service-of"

/** The last one of an account. */
export const retrieveSuspensionStep = createStep(
  "retrieve-suspension",
  async (actor: AccountActor, { container }) => {
    const { suspensions } = await accountsOf(container).listSuspensionsOf(
      actor,
      { limit: 1, offset: 0 }
    )
    return new StepResponse(suspensions[0]!)
  }
)
