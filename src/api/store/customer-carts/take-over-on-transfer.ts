import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { takeOverCart } from "../../../workflows/customer-carts/take-over-cart"

type Body = Record<string, unknown>
type Transfer = { additional_data?: Record<string, unknown> }

/**
 * Before Medusa's own route that gives a cart to the customer who signs in: the suite does that
 * and merges, and Medusa's route finds it done and answers with the cart. Where that went into
 * another one before, Medusa's route would find none, and the answer is given here.
 */
export async function takeOverOnTransfer(
  req: AuthenticatedMedusaRequest<Transfer>,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { cart_id, taken } = await takeOverCart(req.scope, {
    cart_id: req.params.id ?? "",
    customer_id: req.auth_context.actor_id,
    additional_data: req.validatedBody.additional_data,
  })
  if (cart_id !== req.params.id) {
    Object.assign(req.params, { id: cart_id })
    const cart = await refetchCart(cart_id, req.scope, req.queryConfig.fields)
    res.json({ cart, ...taken })
    return
  }
  const answer = res.json.bind(res)
  res.json = (body) => {
    res.json = answer
    return answer(res.statusCode < 400 ? { ...(body as Body), ...taken } : body)
  }
  next()
}
