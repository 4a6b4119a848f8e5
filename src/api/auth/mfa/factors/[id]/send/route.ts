import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, MedusaError } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { answerMailed } from "../../../../two-factor/answer-mailed"
import { findFactor } from "../../../../two-factor/guard-factor"
import { mailCode } from "../../../../two-factor/mail-code"

defineFileConfig({ path: __filename, isDisabled: isOff("two-factor") })

/** Mails the code of one's own factor: while it is set up, to confirm it, or to switch it off. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { id, provider, status } = await findFactor(req)
  if (provider !== "email" || status === "disabled") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "No code is mailed for this factor"
    )
  }
  answerMailed(res, await mailCode(req, id))
}
