import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refuseSettled } from "../refuse-settled"
import { cartsOf, noSuchCart } from "../service-of"

export type LineDeletion = {
  cart_id: string
  /** @default all lines */
  variant_id?: string
}

export const findLinesToDeleteStep = createStep(
  "find-lines-to-delete",
  async ({ cart_id, variant_id }: LineDeletion, { container }) => {
    const carts = cartsOf(container)
    const cart = await carts.findCart(cart_id)
    if (!cart) {
      throw noSuchCart(cart_id)
    }
    refuseSettled(cart)
    return new StepResponse(await carts.listLineIds(cart_id, variant_id))
  }
)
