import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../config/suite-options"
import type { PasswordLogin } from "../../modules/accounts/service"
import { hashMailCode, makeMailCode } from "../../utils/mail-code"
import { secretKey } from "../../utils/secret-key"
import { queueMessageWorkflow } from "../messages"
import { accountsOf } from "./service-of"

type SendCode = { login: PasswordLogin; now: Date }

/** Not undone: who gets no mail asks again a minute later. The code is in no table and in no log, and sealed in its job. */
const sendEmailCodeStep = createStep(
  "send-email-code",
  async (
    { login: { auth_identity_id, entity_id: email }, now }: SendCode,
    { container }
  ) => {
    const code = makeMailCode()
    const code_hash = hashMailCode(auth_identity_id, code, suiteSecret())
    const sent = await accountsOf(container).sendCode(
      { auth_identity_id, email, code_hash },
      new Date(now)
    )
    if (!sent.sent) {
      return new StepResponse(sent.retryAfterSeconds)
    }
    await queueMessageWorkflow(container).run({
      input: {
        ...{ channel: "email", template: "email-verification" },
        ...{ subject_id: email, order_id: null },
        idempotency_key: secretKey("accounts.email-code", sent.id + code_hash),
        cause: "accounts.email-code",
        secrets: { code, expires_at: sent.expires_at.toISOString() },
      },
    })
    return new StepResponse(0)
  }
)

/**
 * Mails a code of six digits to the address that a login signs in with; the one before opens nothing any more.
 * @returns 0, or in how many seconds the next one can be sent
 * @example await sendEmailCodeWorkflow(container).run({ input: { login, now: new Date() } })
 */
export const sendEmailCodeWorkflow = createWorkflow(
  "send-email-code",
  (input: SendCode) => new WorkflowResponse(sendEmailCodeStep(input))
)
