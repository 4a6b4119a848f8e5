import { createCartWorkflow } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { activateCartStep } from "./steps/activate-cart"

export type NewCustomerCart = {
  customer_id: string
  region_id?: string
  sales_channel_id?: string
  locale?: string
}

/**
 * Makes an empty cart for a customer and notes it as the active one.
 * The caller holds the customer's lock and knows that there is none.
 *
 * @example await createCustomerCartWorkflow(container).run({
 *   input: { customer_id: "cus_01J…", region_id: "reg_01J…" },
 * })
 */
export const createCustomerCartWorkflow = createWorkflow(
  "create-customer-cart",
  (input: NewCustomerCart) => {
    const cart = createCartWorkflow.runAsStep({ input })
    const active = transform({ input, cart }, ({ input, cart }) => ({
      cart_id: cart.id,
      customer_id: input.customer_id,
    }))
    activateCartStep(active)
    return new WorkflowResponse(transform({ cart }, ({ cart }) => cart.id))
  }
)
