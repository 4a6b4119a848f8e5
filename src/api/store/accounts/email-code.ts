import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { suiteSecret } from "../../../config/suite-options"
import { hashMailCode } from "../../../utils/mail-code"
import { isSameText } from "../../../utils/same-text"
import { sendEmailCodeWorkflow } from "../../../workflows/accounts/send-email-code"
import { accountsOf } from "../../../workflows/accounts/service-of"
import { verificationMode } from "../../../workflows/accounts/verification"
import { welcomeCustomer } from "../../../workflows/accounts/welcome-verified"
import { answerTooMany } from "../../utils/rate-limit"
import { retrieveLogin } from "./ask-password"
import type { StoreVerifyEmailType } from "./validators"

/** @throws NOT_FOUND where no codes are used */
export function requireCodes() {
  if (verificationMode() !== "code") {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "Addresses are not verified by code here"
    )
  }
}

/** To the address that one registered with, whatever the body says. */
export async function sendCode(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  requireCodes()
  const login = await retrieveLogin(req)
  if (await accountsOf(req.scope).isVerified(login)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The address is verified already"
    )
  }
  const { result: wait } = await sendEmailCodeWorkflow(req.scope).run({
    input: { login, now: new Date() },
  })
  if (wait > 0) {
    return answerTooMany(res, wait)
  }
  res.status(202).json({ sent: true })
}

/** @throws INVALID_DATA with one answer to a wrong code, an old one, and none */
export async function verifyCode(
  req: AuthenticatedMedusaRequest<StoreVerifyEmailType>,
  res: MedusaResponse
) {
  requireCodes()
  const login = await retrieveLogin(req)
  const { auth_identity_id: id, entity_id: email } = login
  const hash = hashMailCode(id, req.validatedBody.code, suiteSecret())
  const isRight = (mailed: string) => isSameText(mailed, hash)
  const accounts = accountsOf(req.scope)
  if (!(await accounts.confirmCode(id, isRight, new Date()))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: code: is wrong, or no longer good: have another one sent"
    )
  }
  await welcomeCustomer(req.scope, { email })
  res.json({ verified: true })
}
