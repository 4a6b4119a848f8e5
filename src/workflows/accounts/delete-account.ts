import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
} from "@medusajs/framework/workflows-sdk"
import { newSettlement } from "../../utils/account-settlement"
import { removeAccount } from "./remove-account"
import { planSettlementStep } from "./steps/plan-settlement"
import { settleAccountStep } from "./steps/settle-account"

type DeleteAccount = {
  customer_id: string
  auth_identity_id: string
  /** Of the login that is about to go: it is told so. */
  email: string
}

/** Not undone: their owner wished it, and the job that was planned goes on. */
const removeAccountStep = createStep(
  "remove-account",
  async (account: DeleteAccount, { container }) => {
    await removeAccount(container, account)
    return new StepResponse(undefined)
  }
)

/**
 * Deletes a customer and their login; orders stay. All sessions end, and the owner is mailed.
 * @example await deleteAccountWorkflow(container).run({ input: { customer_id, auth_identity_id, email } })
 */
export const deleteAccountWorkflow = createWorkflow(
  "delete-account",
  (input: DeleteAccount) => {
    const settlement = transform(
      input,
      ({ customer_id, auth_identity_id, email }) =>
        newSettlement({
          auth_identity_ids: [auth_identity_id],
          reason: "account deleted",
          mails: [
            {
              ...{ template: "account-deleted", subject_id: customer_id },
              ...{ customer_id: null, recipient: email },
            },
          ],
          deletes: { customer_id, auth_identity_id },
        })
    )
    planSettlementStep(settlement)
    removeAccountStep(input)
    settleAccountStep(settlement)
  }
)
