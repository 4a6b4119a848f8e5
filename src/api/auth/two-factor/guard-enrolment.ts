import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { demandFreshFactor, twoFactorOf } from "../../utils/fresh-factor"
import { mailCode } from "./mail-code"
import { refuseUnknownFactor } from "./mfa-methods"
import { afterSuccess, settle } from "./settle"

/** Before a factor is set up: one beside another takes the other. One by e-mail has its first code mailed. */
export async function guardEnrolment(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { provider } = req.validatedBody as { provider: string }
  refuseUnknownFactor("provider", provider)
  await demandFreshFactor(req, {
    what: "Setting up another second factor",
    lenient: true,
  })
  if (provider === "email") {
    afterSuccess(req, res, async (body) => {
      const { mfa_factor } = body as { mfa_factor: { id: string } }
      await mailCode(req, mfa_factor.id)
    })
  }
  next()
}

/** Before recovery codes are made anew: by who holds the factor, and one list at a time, or two would be good. */
export async function guardRecoveryCodes(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  await demandFreshFactor(req, { what: "Making new recovery codes" })
  const twoFactor = twoFactorOf(req)
  const turn = {
    auth_identity_id: req.auth_context.auth_identity_id,
    ...{ method: "new_recovery_codes", code: "", session_key: null },
  }
  if (!(await twoFactor.claimCode(turn))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "New recovery codes are being made already"
    )
  }
  settle(req, res, () => twoFactor.releaseCode(turn))
  next()
}
