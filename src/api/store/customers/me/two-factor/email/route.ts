import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, Modules } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { answerMailed } from "../../../../../auth/two-factor/answer-mailed"
import { mailCode } from "../../../../../auth/two-factor/mail-code"
import { refuseUnknownFactor } from "../../../../../auth/two-factor/mfa-methods"
import { demandFreshFactor } from "../../../../../utils/fresh-factor"

defineFileConfig({ path: __filename, isDisabled: isOff("two-factor") })

/** Begins to set up codes by e-mail, or goes on: mails the code that `POST /auth/mfa/factors/:id/verify` takes. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { auth_identity_id } = req.auth_context
  refuseUnknownFactor("email", "email")
  const auth = req.scope.resolve(Modules.AUTH)
  const [pending] = await auth.listAuthMfa({
    ...{ auth_identity_id, provider: "email", status: "pending" },
  })
  await demandFreshFactor(req, {
    what: "Setting up another second factor",
    lenient: true,
  })
  const { mfa } = pending
    ? { mfa: pending }
    : await auth.startAuthMfa({ auth_identity_id, provider: "email" })
  const mailed = await mailCode(req, mfa.id)
  if (mailed.sent) {
    res.status(202).json({ mfa_factor: mfa })
  } else {
    answerMailed(res, mailed)
  }
}
