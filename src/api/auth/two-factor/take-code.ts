import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { twoFactorOf } from "../../utils/fresh-factor"
import { sessionKeyOf } from "../../utils/session-key"
import { refuseUnknownMethod } from "./mfa-methods"
import { settle } from "./settle"

/** Medusa's words for a code that is wrong. */
export const WRONG = {
  challenge: "Invalid MFA challenge code",
  disabling: "Invalid MFA verification code",
}

type Shown = {
  method: string
  code: string
  /** What is said of a code that was used: what is said of a wrong one. */
  refusal: string
}

/**
 * Takes a code before Medusa looks at it, who would take the same one again, and eight at once. What turns out wrong
 * is given back.
 * @throws NOT_ALLOWED when it was used, or somebody else is showing it right now
 */
export async function takeCode(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  { method, code, refusal }: Shown
) {
  const twoFactor = twoFactorOf(req)
  const use = {
    auth_identity_id: req.auth_context.auth_identity_id,
    ...{ method, code, session_key: sessionKeyOf(req) },
  }
  if (!(await twoFactor.claimCode(use))) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal)
  }
  settle(req, res, async ({ status }) => {
    if (status < 400) {
      await twoFactor.acceptCode(use)
    } else if (status < 500) {
      await twoFactor.releaseCode(use)
    }
    // Who knows what an error of the server left behind: it stays taken.
  })
}

/** Before Medusa looks at the code of a sign-in. */
export async function guardChallenge(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { method, code } = req.validatedBody as { method: string; code: string }
  refuseUnknownMethod("method", method)
  await takeCode(req, res, { method, code, refusal: WRONG.challenge })
  next()
}
