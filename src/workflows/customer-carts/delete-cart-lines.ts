import { CartWorkflowEvents } from "@medusajs/framework/utils"
import {
  deleteLineItemsStep,
  emitEventStep,
  refreshCartItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  findLinesToDeleteStep,
  type LineDeletion,
} from "./steps/find-lines-to-delete"

/**
 * Deletes all lines of a cart, or those of one variant. Where there is none, the totals are made
 * anew all the same: a server may have died between the two.
 *
 * The caller holds the cart's lock.
 *
 * @returns the ids of the lines
 * @throws NOT_FOUND for no cart, INVALID_DATA for a completed one, NOT_ALLOWED for one that is paid
 * @example await deleteCartLinesWorkflow(container).run({
 *   input: { cart_id: "cart_01J…", variant_id: "variant_01J…" },
 * })
 */
export const deleteCartLinesWorkflow = createWorkflow(
  "delete-cart-lines",
  (input: LineDeletion) => {
    const ids = findLinesToDeleteStep(input)
    when({ ids }, ({ ids }) => ids.length > 0).then(() => {
      deleteLineItemsStep(ids)
    })
    const refresh = transform({ input }, ({ input }) => ({
      cart_id: input.cart_id,
    }))
    refreshCartItemsWorkflow.runAsStep({ input: refresh })
    emitEventStep({
      eventName: CartWorkflowEvents.UPDATED,
      data: { id: input.cart_id },
    })
    return new WorkflowResponse(ids)
  }
)
