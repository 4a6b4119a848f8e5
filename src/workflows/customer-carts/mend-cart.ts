import type { MedusaContainer } from "@medusajs/framework/types"
import { inCartsOwnTurn } from "./in-turn"
import { refreshMergedCartWorkflow } from "./refresh-merged-cart"
import { cartsOf } from "./service-of"

/** Finishes a merge whose server died after the items had moved. For callers that hold the cart's lock. */
export async function mendInTurn(
  container: MedusaContainer,
  cart_id: string
): Promise<void> {
  const promo_codes = await cartsOf(container).findRefresh(cart_id)
  if (promo_codes) {
    await refreshMergedCartWorkflow(container).run({
      input: { cart_id, promo_codes },
    })
  }
}

/** The same for everybody else; who comes while a merge runs waits for its end. */
export const mendCart = (container: MedusaContainer, cartId: string) =>
  inCartsOwnTurn(container, cartId, () => mendInTurn(container, cartId))
