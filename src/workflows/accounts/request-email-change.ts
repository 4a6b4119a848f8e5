import {
  createStep,
  createWorkflow,
  StepResponse,
} from "@medusajs/framework/workflows-sdk"
import type { EmailWish } from "../../modules/accounts/service"
import { accountsOf } from "./service-of"

/** Not undone: it is one write, with the job that mails the link. */
const requestEmailChangeStep = createStep(
  "request-email-change",
  async ({ expires_at, ...wish }: EmailWish, { container }) => {
    await accountsOf(container).wishForEmail({
      ...{ ...wish, expires_at: new Date(expires_at) },
    })
    return new StepResponse(undefined)
  }
)

/**
 * Notes that a customer wishes to sign in with another address, and has a link mailed to it, and a notice to the one of now.
 * @example await requestEmailChangeWorkflow(container).run({ input: { customer_id, login, new_email, expires_at } })
 */
export const requestEmailChangeWorkflow = createWorkflow(
  "request-email-change",
  (input: EmailWish) => {
    requestEmailChangeStep(input)
  }
)
