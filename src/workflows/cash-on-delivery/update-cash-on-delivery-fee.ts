import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type FeeChoice, updateFeeLineStep } from "./steps/update-fee-line"

/**
 * Lets a cart's fee follow from the shopper's choice, and everything else follow from the fee:
 * taxes, totals, and the amount that a payment session is made for. A session for another amount
 * goes, as after any change of a cart. Running it again changes nothing.
 *
 * The caller holds the cart's lock (`locking.execute(cart_id, …)`).
 *
 * @returns whether anything had to change
 * @example await updateCashOnDeliveryFeeWorkflow(container).run({
 *   input: { cart_id: "cart_01J…", is_chosen: true },
 * })
 */
export const updateCashOnDeliveryFeeWorkflow = createWorkflow(
  "update-cash-on-delivery-fee",
  (input: FeeChoice) => {
    const change = updateFeeLineStep(input)
    when({ change }, ({ change }) => change.has_changed).then(() => {
      const refresh = transform({ input, change }, ({ input, change }) => ({
        cart_id: input.cart_id,
        items: change.items,
      }))
      refreshCartItemsWorkflow.runAsStep({ input: refresh })
    })
    return new WorkflowResponse(
      transform({ change }, ({ change }) => change.has_changed)
    )
  }
)
