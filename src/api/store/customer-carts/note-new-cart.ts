import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cartsOf } from "../../../workflows/customer-carts/service-of"
import { signedIn } from "./guard-cart"

type Body = { cart?: { id?: string } } | undefined

/** A cart that Medusa makes for a signed-in customer is theirs, and the active one if they have none. */
export function noteNewCart(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const customerId = signedIn(req)
  if (!customerId) {
    return next()
  }
  const answer = res.json.bind(res)
  res.json = (body) => {
    res.json = answer
    const cartId = (body as Body)?.cart?.id
    if (res.statusCode >= 400 || !cartId) {
      return answer(body)
    }
    void note(req, customerId, cartId).then(() => answer(body))
    return res
  }
  next()
}

/** Where it fails, the customer's next request for the cart notes it. */
async function note(req: MedusaRequest, customerId: string, cartId: string) {
  try {
    await cartsOf(req.scope).noteCart(customerId, cartId)
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[customer-carts] ${cartId} is not noted yet: ${(error as Error).message}`
      )
  }
}
