import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { completeCart } from "../../carts/complete-cart"
import type { StoreVerifyRazorpayType } from "../validators"
import { findPaidCart } from "./paid-cart"

defineFileConfig({ path: __filename, isDisabled: isOff("razorpay") })

/**
 * Takes the result of Razorpay's Checkout and completes the cart: Medusa's own route answers,
 * after the signature held. Money is believed of Razorpay alone, which is asked for it then.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<StoreVerifyRazorpayType>,
  res: MedusaResponse
) {
  const cartId = await findPaidCart(req.scope, {
    result: req.validatedBody,
    customerId: req.auth_context?.actor_id || undefined,
  })
  await completeCart(req, res, cartId)
}
