import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TWO_FACTOR_MODULE } from "../../../modules/two-factor"
import type { KnownActor } from "../../../modules/two-factor/factors-sql"
import type TwoFactorModuleService from "../../../modules/two-factor/service"

/** Ends their sessions and tells them. */
const NEXT_TASK = "two-factor-reset"

export type ResetInput = { actor_type: KnownActor; actor_id: string }

/**
 * Not undone: the factor's secret is gone.
 * @throws NOT_FOUND for who has no second factor
 */
export const resetTwoFactorStep = createStep(
  "reset-two-factor",
  async ({ actor_type: type, actor_id: id }: ResetInput, { container }) => {
    const identities = await container
      .resolve<TwoFactorModuleService>(TWO_FACTOR_MODULE)
      .resetFactors({ type, id }, NEXT_TASK)
    if (identities.length === 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no second factor of ${id}`
      )
    }
    return new StepResponse(identities)
  }
)
