import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { GuardedCart } from "../../../modules/customer-carts/service"
import { mendCart } from "../../../workflows/customer-carts/mend-cart"
import {
  cartsOf,
  noSuchCart,
} from "../../../workflows/customer-carts/service-of"
import { signedIn } from "../../utils/signed-in"

type Find = (req: MedusaRequest) => Promise<GuardedCart | undefined>

const byId = (req: MedusaRequest, id: unknown) =>
  typeof id === "string" && id ? cartsOf(req.scope).findGuardedCart(id) : none()

const none = (): Promise<undefined> => Promise.resolve(undefined)

/**
 * In Medusa a cart's id is all that anybody needs to read and change it. Here a cart that a
 * customer made or took over is that customer's only: for everybody else there is none.
 */
function guard(find: Find) {
  return async (
    req: MedusaRequest,
    _: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    const cart = await find(req)
    if (cart) {
      await admit(req, cart)
    }
    next()
  }
}

async function admit(req: MedusaRequest, cart: GuardedCart) {
  const customerId = signedIn(req)
  if (cart.owner_id && cart.owner_id !== customerId) {
    throw noSuchCart(cart.id)
  }
  if (!cart.owner_id && customerId && cart.customer_id === customerId) {
    await cartsOf(req.scope).noteCart(customerId, cart.id)
  }
  if (cart.is_stale) {
    await mend(req, cart.id)
  }
}

/** As the router has it: what else a request's line says opens nothing. */
const CLEAR = /^\/store\/carts\/[^/]+\/clear\/?$/i

/** What only looks at a cart, or takes something out: with a product that is no longer sold, no other way leads on. */
const isHarmless = ({ method, baseUrl, path }: MedusaRequest) =>
  ["GET", "DELETE"].includes(method) || CLEAR.test(`${baseUrl}${path}`)

/** Nothing is bought for a price that a dead merge left behind. */
async function mend(req: MedusaRequest, cartId: string) {
  try {
    await mendCart(req.scope, cartId)
  } catch (error) {
    if (!isHarmless(req)) {
      throw error
    }
  }
}

/** `/store/carts/:id` and all below it. */
export const guardCart = guard((req) => byId(req, req.params.id))

export const guardCartOfBody = guard((req) =>
  byId(req, (req.body as { cart_id?: unknown } | undefined)?.cart_id)
)

export const guardCartOfQuery = guard((req) => byId(req, req.query.cart_id))

export const guardCartOfCollection = guard((req) =>
  cartsOf(req.scope).findCartOfCollection(req.params.id ?? "")
)

/** Medusa changes a line by its id alone, in whichever cart it stands. */
export async function guardLine(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { id, line_id: lineId = "" } = req.params
  const cartId = await cartsOf(req.scope).findCartOfLine(lineId)
  if (cartId && cartId !== id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Line item with id '${lineId}' not found in cart '${id}'`
    )
  }
  next()
}
