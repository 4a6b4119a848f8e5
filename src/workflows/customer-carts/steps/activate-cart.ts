import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { cartsOf, noSuchCart } from "../service-of"

type NewActive = { cart_id: string; customer_id: string }

export const activateCartStep = createStep(
  "activate-cart",
  async ({ cart_id, customer_id }: NewActive, { container }) => {
    const done = await cartsOf(container).activate(customer_id, cart_id)
    if (!done) {
      throw noSuchCart(cart_id)
    }
    return new StepResponse(undefined, done)
  },
  async (done, { container }) => {
    if (done) {
      await cartsOf(container).undoActivate(done)
    }
  }
)
