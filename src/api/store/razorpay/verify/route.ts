import { POST as completeCart } from "@medusajs/medusa/api/store/carts/[id]/complete/route"
import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { answerWithWinner } from "../../carts/answer-with-winner"
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
  const result = req.validatedBody
  const customerId = req.auth_context?.actor_id || undefined
  const id = await findPaidCart(req.scope, { result, customerId })
  // Where Medusa's route looks for the cart.
  Object.assign(req.params, { id })
  const request: MedusaRequest = req
  if (!isOff("checkout-guards")()) {
    answerWithWinner(request, res, () => undefined)
  }
  await completeCart(request as Parameters<typeof completeCart>[0], res)
}
