import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AuthTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { twoFactorOf } from "../../utils/fresh-factor"
import { endOtherSessions } from "./end-other-sessions"
import { refuseUnknownMethod } from "./mfa-methods"
import { mailCode } from "./mail-code"
import { afterSuccess } from "./settle"
import { takeCode, WRONG } from "./take-code"

/** What Medusa, and the suite's provider, say to a wrong code while a factor is set up. */
const WRONG_SETUP: Partial<Record<string, string>> = {
  totp: "Invalid TOTP code",
  email: "Invalid e-mail code",
}

/** @throws NOT_FOUND for another's */
export const findFactor = (
  req: AuthenticatedMedusaRequest
): Promise<AuthTypes.AuthMfaDTO> =>
  req.scope.resolve(Modules.AUTH).retrieveAuthMfa({
    id: String(req.params.id),
    auth_identity_id: req.auth_context.auth_identity_id,
  })

/** Before Medusa looks at a factor's code: when it is set up, or confirmed once more for what takes a fresh one. */
export async function guardSetup(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { code } = req.validatedBody as { code: string }
  const { provider: method, status } = await findFactor(req)
  const refusal = WRONG_SETUP[method] ?? WRONG.challenge
  if (status !== "enabled") {
    afterSuccess(req, res, () => endOtherSessions(req, "two-factor enabled"))
  }
  await takeCode(req, res, { method, code, refusal })
  next()
}

/** Before Medusa switches a factor off, which takes a code: one by e-mail is mailed when it is missing. */
export async function guardDisabling(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { method, code } = req.validatedBody as {
    method?: string
    code?: string
  }
  if (method !== undefined) {
    refuseUnknownMethod("method", method)
  }
  const factor = await findFactor(req)
  if (factor.status !== "enabled") {
    return next()
  }
  if (method && code) {
    await takeCode(req, res, { method, code, refusal: WRONG.disabling })
  } else if (factor.provider === "email") {
    await mailCode(req, factor.id)
  }
  afterSuccess(req, res, async () => {
    const { auth_identity_id: identityId } = req.auth_context
    await twoFactorOf(req).dropStaleRecoveryCodes(identityId)
    await endOtherSessions(req, "two-factor disabled")
  })
  next()
}
