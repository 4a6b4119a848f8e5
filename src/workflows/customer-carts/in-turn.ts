import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { inCartsTurn } from "../common/in-carts-turn"

/** In seconds; more than several merges in a row take. */
const PATIENCE = 15

const busy = (what: string) =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    `${what} is being changed by another request; try again`
  )

/**
 * What decides on a customer's carts happens one after another. Whoever also needs carts takes
 * their locks inside: the surviving cart's first, then an older one's. As nobody but their owner
 * merges older carts, two such requests never wait for each other.
 *
 * @throws CONFLICT when others take too long
 */
export async function inCustomersTurn<Result>(
  container: MedusaContainer,
  customerId: string,
  work: () => Promise<Result>
): Promise<Result> {
  const key = `customer-carts:${customerId}`
  const turn = await inCartsTurn(container, key, work, PATIENCE)
  if (!turn) {
    throw busy("The customer's cart")
  }
  return turn.result
}

/**
 * Under the cart's lock, which Medusa's own workflows take, too.
 * @throws CONFLICT when a checkout of it, or another change, takes too long
 */
export async function inCartsOwnTurn<Result>(
  container: MedusaContainer,
  cartId: string,
  work: () => Promise<Result>
): Promise<Result> {
  const turn = await inCartsTurn(container, cartId, work, PATIENCE)
  if (!turn) {
    throw busy("The cart")
  }
  return turn.result
}
