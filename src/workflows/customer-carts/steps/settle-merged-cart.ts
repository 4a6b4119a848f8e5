import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cartsOf } from "../service-of"

/** Notes that a merged cart's prices and totals are made. Last, so that nothing undoes it. */
export const settleMergedCartStep = createStep(
  "settle-merged-cart",
  async ({ cart_id }: { cart_id: string }, { container }) => {
    await cartsOf(container).settleRefresh(cart_id)
    return new StepResponse(undefined)
  }
)
