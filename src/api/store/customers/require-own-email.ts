import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { SIGN_IN_MODULE } from "../../../modules/sign-in"
import type SignInModuleService from "../../../modules/sign-in/service"

/**
 * A customer has the address that they sign in with. With another's, mails about their orders, and orders that the
 * other made as a guest, would be anybody's who asks for them.
 */
export async function requireOwnEmail(
  req: AuthenticatedMedusaRequest<{ email: string }>,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const email = req.validatedBody.email.toLowerCase()
  const signIn = req.scope.resolve<SignInModuleService>(SIGN_IN_MODULE)
  const own = await signIn.listAddresses(req.auth_context.auth_identity_id)
  if (own.length > 0 && !own.includes(email)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: email: must be the address that you registered with"
    )
  }
  req.validatedBody = { ...req.validatedBody, email }
  next()
}
