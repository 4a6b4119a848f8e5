import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { claimsOf, type LoginClaims } from "../../../utils/login-claims"
import { changeAnswer } from "../../utils/change-answer"
import { accountsOf } from "../../../workflows/accounts/service-of"

const REFUSAL = {
  type: MedusaError.Types.FORBIDDEN,
  code: "account_suspended",
  message: "This account is suspended",
}

const isSuspended = async (
  req: MedusaRequest,
  { auth_identity_id, actor_type }: LoginClaims
) =>
  Boolean(auth_identity_id && actor_type) &&
  accountsOf(req.scope).isSuspended(auth_identity_id ?? "", actor_type ?? "")

/**
 * Takes the token back that Medusa gives to somebody suspended. Only who has the password hears of it: to all others it is
 * wrong, as it is without an account. It is the last of the middlewares, so that none before it takes this for a sign-in.
 */
export function refuseSuspendedLogin(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  changeAnswer(res, next, async ({ body }) => {
    if (!(await isSuspended(req, claimsOf(body)))) {
      return body
    }
    res.status(403)
    return REFUSAL
  })
  next()
}

/** Before a token of somebody suspended becomes another one, or a cookie. */
export async function refuseSuspendedActor(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  if (req.auth_context && (await isSuspended(req, req.auth_context))) {
    res.status(403).json(REFUSAL)
    return
  }
  next()
}
