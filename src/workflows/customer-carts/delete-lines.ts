import type { MedusaContainer } from "@medusajs/framework/types"
import { deleteCartLinesWorkflow } from "./delete-cart-lines"
import { inCartsOwnTurn } from "./in-turn"
import type { LineDeletion } from "./steps/find-lines-to-delete"

/** `delete-cart-lines` under the cart's lock. */
export const deleteLines = (container: MedusaContainer, input: LineDeletion) =>
  inCartsOwnTurn(container, input.cart_id, () =>
    deleteCartLinesWorkflow(container).run({ input })
  )
