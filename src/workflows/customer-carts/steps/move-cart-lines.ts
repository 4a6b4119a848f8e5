import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type {
  CartMove,
  DoneMove,
} from "../../../modules/customer-carts/move-lines"
import { cartsOf } from "../service-of"

/** Moves lines, addresses and the older cart's end in one transaction. */
export const moveCartLinesStep = createStep(
  "move-cart-lines",
  async (move: CartMove, { container }) => {
    const done = await cartsOf(container).moveLines(move)
    return new StepResponse<undefined, DoneMove>(undefined, done)
  },
  async (done, { container }) => {
    if (done) {
      await cartsOf(container).undoMove(done)
    }
  }
)
