import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type NewCustomerCart,
  createCustomerCartWorkflow,
} from "./create-customer-cart"
import { inCustomersTurn } from "./in-turn"
import { cartsOf } from "./service-of"
import { takeOverInTurn } from "./take-over-cart"

/**
 * The cart that a customer goes on with, made when missing. However many ask at once, one is
 * made; what a server that died left unfinished is finished first.
 *
 * @param newCart - what it is made with, asked for only when one is missing
 * @returns its id
 * @example const id = await activeCart(req.scope, "cus_01J…", async () => ({ region_id: "reg_01J…" }))
 */
export async function activeCart(
  container: MedusaContainer,
  customer_id: string,
  newCart: () => Promise<Omit<NewCustomerCart, "customer_id">>
): Promise<string> {
  const find = () => cartsOf(container).findActive(customer_id)
  const isSound = (cart: Awaited<ReturnType<typeof find>>) =>
    cart?.customer_id === customer_id && !cart.is_stale
  const known = await find()
  if (known && isSound(known)) {
    return known.id
  }
  return inCustomersTurn(container, customer_id, async () => {
    const now = await find()
    if (now && !isSound(now)) {
      await takeOverInTurn(container, { cart_id: now.id, customer_id })
    }
    if (now) {
      return now.id
    }
    const input = { ...(await newCart()), customer_id }
    return (await createCustomerCartWorkflow(container).run({ input })).result
  })
}
