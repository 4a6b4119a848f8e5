import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cartsOf } from "../../../workflows/customer-carts/service-of"
import { beforeAnswer } from "../../utils/before-answer"
import { signedIn } from "../../utils/signed-in"

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
  beforeAnswer(
    res,
    async ({ status, body }) => {
      const cartId = (body as Body)?.cart?.id
      if (status < 400 && cartId) {
        await cartsOf(req.scope).noteCart(customerId, cartId)
      }
    },
    (error) => warn(req, error as Error)
  )
  next()
}

/** The customer's next request for the cart notes it. */
const warn = ({ scope }: MedusaRequest, { message }: Error) =>
  scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`[customer-carts] a new cart is not noted yet: ${message}`)
