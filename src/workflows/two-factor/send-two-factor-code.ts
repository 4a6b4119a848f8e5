import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type SendCodeInput,
  sendTwoFactorCodeStep,
} from "./steps/send-two-factor-code"

/**
 * Mails the code that an e-mail factor is proven with: six digits, good for ten minutes and five attempts, in the
 * place of the last one; once a minute.
 *
 * @returns whether it was sent, and else in how many seconds it may be asked for again
 * @throws NOT_ALLOWED where there is no address to mail it to
 * @example
 * await sendTwoFactorCodeWorkflow(container).run({
 *   input: { factor_id: "authmfa_01J…", auth_identity_id: "authid_01J…", actor_type: "customer", now: new Date() },
 * })
 */
export const sendTwoFactorCodeWorkflow = createWorkflow(
  "send-two-factor-code",
  (input: SendCodeInput) => new WorkflowResponse(sendTwoFactorCodeStep(input))
)
