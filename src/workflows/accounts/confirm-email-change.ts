import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { suiteSecret } from "../../config/suite-options"
import type { TakenChange } from "../../modules/accounts/service"
import { newSettlement } from "../../utils/account-settlement"
import { refused } from "./decide"
import { checkEmailToken } from "./email-token"
import { accountsOf } from "./service-of"
import { settleAccountStep } from "./steps/settle-account"

type Confirm = { token: string; now: Date }

/** The sessions end, for whoever had the mailbox may have been signed in, and the former address is told. */
const settlementOf = (change: TakenChange) =>
  newSettlement({
    auth_identity_ids: [change.auth_identity_id],
    reason: "e-mail address changed",
    mails: [
      {
        ...{ template: "email-changed", subject_id: change.customer_id },
        ...{ customer_id: change.customer_id, recipient: change.old_email },
      },
    ],
  })

/** Not undone: it is one transaction, with the job of what follows. */
const switchAccountEmailStep = createStep(
  "switch-account-email",
  async ({ token, now }: Confirm, { container }) => {
    const at = new Date(now)
    const check = checkEmailToken(token, at)
    const change = check.valid
      ? await accountsOf(container).switchEmail(
          ...([check.id, at, settlementOf, suiteSecret()] as const)
        )
      : undefined
    if (!change) {
      // One answer to all: who has a forged link learns of no address whether it is taken.
      throw refused(
        "Invalid request: token: this link does not work, or not any more: ask for a new one"
      )
    }
    return new StepResponse(change)
  }
)

/**
 * Switches a customer to the address whose mailbox got the link: login and customer, both or neither, once. Carts and orders
 * keep the address that they have.
 *
 * @returns the new address
 * @throws NOT_ALLOWED for a link that is forged, used, replaced or over, and when the address was taken meanwhile
 * @example await confirmEmailChangeWorkflow(container).run({ input: { token, now: new Date() } })
 */
export const confirmEmailChangeWorkflow = createWorkflow(
  "confirm-email-change",
  (input: Confirm) => {
    const change = switchAccountEmailStep(input)
    const settlement = transform(change, (each) => each.settlement)
    settleAccountStep(settlement)
    const event = transform(change, ({ customer_id: id }) => ({ id }))
    emitEventStep({ eventName: CustomerWorkflowEvents.UPDATED, data: event })
    return new WorkflowResponse(transform(change, (each) => each.new_email))
  }
)
