import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  defineFileConfig,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { answerMailed } from "../../../../two-factor/answer-mailed"
import { findEmailFactor, mailCode } from "../../../../two-factor/mail-code"

defineFileConfig({ path: __filename, isDisabled: isOff("two-factor") })

type Challenge = { auth_identity_id?: string; methods?: string[] }

/** Mails the code for a sign-in that has its password: Medusa has no hook where it asks for one. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { auth_identity_id: identityId } = req.auth_context
  // Where Medusa keeps its challenges; nothing else finds one.
  const challenge = await req.scope
    .resolve(Modules.CACHE)
    .get<Challenge>(`auth:mfa:challenge:${req.params.id}`)
  const isOwn = challenge?.auth_identity_id === identityId
  const factor =
    isOwn && challenge?.methods?.includes("email")
      ? await findEmailFactor(req.scope, identityId)
      : undefined
  if (!factor) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no challenge ${req.params.id} that a code could be sent for`
    )
  }
  answerMailed(res, await mailCode(req, factor.id))
}
