import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Activation } from "../../../modules/customer-carts/service"
import { refuseSettled } from "../refuse-settled"
import { cartsOf, noSuchCart } from "../service-of"

export type CartClaim = {
  cart_id: string
  /** Who is signed in. */
  customer_id: string
  /** For handlers of Medusa's hooks. */
  additional_data?: Record<string, unknown>
}

export type Claimed = {
  needs_transfer: boolean
  /** Nothing may be added to it: it is an order, or paid for. */
  is_settled: boolean
  /** A shopper may be paying for it now: it changes hands, and older items wait. */
  is_at_gateway: boolean
}

/** Notes whose cart this is and that it is the active one. For callers that hold its lock. */
export const claimCartStep = createStep(
  "claim-cart",
  async ({ cart_id, customer_id }: CartClaim, { container }) => {
    const carts = cartsOf(container)
    const cart = await carts.findCart(cart_id)
    if (!cart || (cart.owner_id && cart.owner_id !== customer_id)) {
      throw noSuchCart(cart_id)
    }
    const { owner_id, is_at_gateway } = cart
    const is_settled = cart.is_completed || cart.is_paid
    if (is_settled && owner_id) {
      const claimed = { needs_transfer: false, is_settled, is_at_gateway }
      return new StepResponse<Claimed, Activation | null>(claimed, null)
    }
    refuseSettled(cart)
    const done = await carts.activate(customer_id, cart_id)
    if (!done) {
      throw noSuchCart(cart_id)
    }
    const needs_transfer = cart.customer_id !== customer_id
    return new StepResponse<Claimed, Activation | null>(
      { needs_transfer, is_settled, is_at_gateway },
      done
    )
  },
  async (done, { container }) => {
    if (done) {
      await cartsOf(container).undoActivate(done)
    }
  }
)
