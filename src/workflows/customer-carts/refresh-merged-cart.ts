import { CartWorkflowEvents } from "@medusajs/framework/utils"
import {
  emitEventStep,
  refreshCartItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { settleMergedCartStep } from "./steps/settle-merged-cart"

type MergedCartRefresh = { cart_id: string; promo_codes: string[] }

/**
 * Makes prices, taxes, promotions and the amount to pay anew after items moved into a cart. It may
 * run again: after a server died in between, the next request for the cart runs it.
 *
 * The caller holds the cart's lock.
 *
 * @example await refreshMergedCartWorkflow(container).run({
 *   input: { cart_id: "cart_01J…", promo_codes: ["SUMMER"] },
 * })
 */
export const refreshMergedCartWorkflow = createWorkflow(
  "refresh-merged-cart",
  (input: MergedCartRefresh) => {
    refreshCartItemsWorkflow.runAsStep({
      input: transform({ input }, ({ input }) => ({
        cart_id: input.cart_id,
        promo_codes: input.promo_codes,
        force_refresh: true,
      })),
    })
    emitEventStep({
      eventName: CartWorkflowEvents.UPDATED,
      data: { id: input.cart_id },
    })
    settleMergedCartStep({ cart_id: input.cart_id })
    return new WorkflowResponse(undefined)
  }
)
