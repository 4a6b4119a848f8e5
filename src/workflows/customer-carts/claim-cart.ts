import { transferCartCustomerWorkflow } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { claimCartStep, type CartClaim } from "./steps/claim-cart"

/**
 * Gives a cart to a signed-in customer and makes it the active one; the one before waits for
 * `merge-carts`. Again for the same cart it changes nothing.
 *
 * The caller holds the locks of customer and cart (`take-over-cart.ts`).
 *
 * @throws NOT_FOUND for no cart and another customer's; INVALID_DATA for a guest's that is
 *   completed, NOT_ALLOWED for a guest's that is paid for
 * @example await claimCartWorkflow(container).run({
 *   input: { cart_id: "cart_01J…", customer_id: "cus_01J…" },
 * })
 */
export const claimCartWorkflow = createWorkflow(
  "claim-cart",
  (input: CartClaim) => {
    const claim = claimCartStep(input)
    when({ claim }, ({ claim }) => claim.needs_transfer).then(() => {
      transferCartCustomerWorkflow.runAsStep({
        input: transform({ input }, ({ input }) => ({
          id: input.cart_id,
          customer_id: input.customer_id,
          additional_data: input.additional_data,
        })),
      })
    })
    return new WorkflowResponse(claim)
  }
)
