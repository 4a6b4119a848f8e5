import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { AuthTypes } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refuseUnknownMethod } from "./mfa-methods"
import { mailCode } from "./mail-code"
import { settleChange } from "./settle-change"
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
  const factor = await findFactor(req)
  const { provider: method } = factor
  const refusal = WRONG_SETUP[method] ?? WRONG.challenge
  await takeCode(req, res, { method, code, refusal })
  if (factor.status !== "enabled") {
    await settleChange(req, res, factor, "two-factor enabled")
  }
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
  await settleChange(req, res, factor, "two-factor disabled")
  next()
}
