import { deletePaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { refreshMergedCartWorkflow } from "./refresh-merged-cart"
import { moveCartLinesStep } from "./steps/move-cart-lines"
import { type CartMerge, planCartMergeStep } from "./steps/plan-cart-merge"

/**
 * Moves what an older cart of a customer holds into the one that survives, as far as its region,
 * sales channel and stock allow; the older one goes. What fails is taken back; a server
 * that dies in between has moved all or nothing.
 *
 * The caller holds the locks of both carts and knows that nobody pays for either
 * (`take-over-cart.ts`).
 *
 * @returns what moved, and what was left out and why
 * @example await mergeCartsWorkflow(container).run({
 *   input: { from_id: "cart_01J…", into_id: "cart_01K…" },
 * })
 */
export const mergeCartsWorkflow = createWorkflow(
  "merge-carts",
  (input: CartMerge) => {
    const plan = planCartMergeStep(input)
    when({ plan }, ({ plan }) => plan.session_ids.length > 0).then(() => {
      deletePaymentSessionsWorkflow.runAsStep({
        input: transform({ plan }, ({ plan }) => ({ ids: plan.session_ids })),
      })
    })
    moveCartLinesStep(plan.move)
    refreshMergedCartWorkflow.runAsStep({
      input: transform({ input, plan }, ({ input, plan }) => ({
        cart_id: input.into_id,
        promo_codes: plan.move.promo_codes,
      })),
    })
    return new WorkflowResponse(plan.move)
  }
)
