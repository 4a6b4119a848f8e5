import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type {
  StoreTakenOver,
  StoreWaitingCart,
} from "../../types/customer-carts"
import { inCartsTurn } from "../common/in-carts-turn"
import { claimCartWorkflow } from "./claim-cart"
import { inCartsOwnTurn, inCustomersTurn } from "./in-turn"
import { mergeCartsWorkflow } from "./merge-carts"
import { mendInTurn } from "./mend-cart"
import { cartsOf } from "./service-of"
import type { CartClaim } from "./steps/claim-cart"

/** The cart that a customer goes on with: the one they came with, unless that was merged elsewhere. */
type CartTakenOver = { cart_id: string; taken: StoreTakenOver }

/**
 * A customer signs in with a cart: it becomes theirs and the active one, and what their older
 * cart holds moves into it. Called twice or at once, it happens once and answers the same. For a
 * cart of theirs whose items went into another one, on another device say, it happens to that one.
 *
 * @throws NOT_FOUND for no cart and another customer's, INVALID_DATA for a guest's that is
 *   completed, NOT_ALLOWED for one that is paid for, CONFLICT for one that is busy for long
 * @example const { cart_id, taken } = await takeOverCart(req.scope, { cart_id, customer_id })
 */
export function takeOverCart(
  container: MedusaContainer,
  claim: CartClaim
): Promise<CartTakenOver> {
  return inCustomersTurn(container, claim.customer_id, async () => {
    const cart_id = await survivorOf(container, claim)
    const taken = await takeOverInTurn(container, { ...claim, cart_id })
    return { cart_id, taken }
  })
}

/** Other devices still know a cart by the id that it had before its items moved. */
async function survivorOf(
  container: MedusaContainer,
  { cart_id, customer_id }: CartClaim
): Promise<string> {
  const carts = cartsOf(container)
  const active = (await carts.isMerged(customer_id, cart_id))
    ? await carts.findActive(customer_id)
    : undefined
  return active?.id ?? cart_id
}

/** The same for callers that hold the customer's lock. */
export function takeOverInTurn(
  container: MedusaContainer,
  claim: CartClaim
): Promise<StoreTakenOver> {
  const { cart_id } = claim
  return inCartsOwnTurn(container, cart_id, async () => {
    const { result } = await claimCartWorkflow(container).run({ input: claim })
    const taken = result.is_settled
      ? { left_out: [], waiting: [] }
      : await mergeInTurn(container, claim, result.is_at_gateway)
    await cartsOf(container).leaveWaiting(claim.customer_id)
    return taken
  })
}

async function mergeInTurn(
  container: MedusaContainer,
  claim: CartClaim,
  isAtGateway: boolean
): Promise<StoreTakenOver> {
  const { cart_id } = claim
  const isMended = await tryToMend(container, cart_id)
  const waiting = await mergeOlder(
    container,
    claim,
    isAtGateway ? "being_paid" : isMended ? undefined : "failed"
  )
  return { left_out: await cartsOf(container).listLeftOut(cart_id), waiting }
}

/** With a product in it that is no longer sold it stays as it is: its owner can see it, and take that out. */
async function tryToMend(
  container: MedusaContainer,
  cartId: string
): Promise<boolean> {
  try {
    await mendInTurn(container, cartId)
    return true
  } catch (error) {
    warn(container, `the prices of ${cartId} wait`, error)
    return false
  }
}

/** @param obstacle - why nothing moves for now */
async function mergeOlder(
  container: MedusaContainer,
  { cart_id, customer_id }: CartClaim,
  obstacle: StoreWaitingCart["reason"] | undefined
): Promise<StoreWaitingCart[]> {
  const older = await cartsOf(container).listWaiting(customer_id, cart_id)
  const waiting: StoreWaitingCart[] = []
  for (const id of older) {
    const reason =
      obstacle ?? (await mergeOne(container, { from_id: id, into_id: cart_id }))
    if (reason) {
      waiting.push({ cart_id: id, reason })
    }
  }
  return waiting
}

/** Who signs in must not be kept out by what is wrong with an older cart. */
async function mergeOne(
  container: MedusaContainer,
  merge: { from_id: string; into_id: string }
): Promise<StoreWaitingCart["reason"] | undefined> {
  const { from_id } = merge
  try {
    const turn = await inCartsTurn(container, from_id, async () => {
      const older = await cartsOf(container).findCart(from_id)
      if (
        !older ||
        older.is_completed ||
        older.is_paid ||
        older.is_at_gateway
      ) {
        return "being_paid" as const
      }
      await mendInTurn(container, from_id)
      await mergeCartsWorkflow(container).run({ input: merge })
      return undefined
    })
    return turn ? turn.result : "being_paid"
  } catch (error) {
    warn(container, `the items of ${from_id} stay for now`, error)
    return "failed"
  }
}

const warn = (container: MedusaContainer, what: string, error: unknown) =>
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`[customer-carts] ${what}: ${(error as Error).message}`)
