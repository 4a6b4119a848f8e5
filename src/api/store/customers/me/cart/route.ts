import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { activeCart } from "../../../../../workflows/customer-carts/active-cart"
import { takeOverCart } from "../../../../../workflows/customer-carts/take-over-cart"
import { newCart } from "../../../customer-carts/new-cart"
import type { StoreTakeOverCartType } from "../../../customer-carts/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("customer-carts") })

/** The customer's cart, on whatever device; made when missing. */
export async function GET(
  req: AuthenticatedMedusaRequest & MedusaStoreRequest,
  res: MedusaResponse
) {
  const { actor_id } = req.auth_context
  const cartId = await activeCart(req.scope, actor_id, () => newCart(req))
  const cart = await refetchCart(cartId, req.scope, req.queryConfig.fields)
  res.setHeader("Cache-Control", "no-store")
  res.json({ cart })
}

/** Signing in with a browser's cart: it survives, and the customer's older items move into it. */
export async function POST(
  req: AuthenticatedMedusaRequest<StoreTakeOverCartType>,
  res: MedusaResponse
) {
  const { cart_id, taken } = await takeOverCart(req.scope, {
    ...req.validatedBody,
    customer_id: req.auth_context.actor_id,
  })
  // Where those look for it that act on a changed cart's answer.
  Object.assign(req.params, { id: cart_id })
  const cart = await refetchCart(cart_id, req.scope, req.queryConfig.fields)
  res.json({ cart, ...taken })
}
