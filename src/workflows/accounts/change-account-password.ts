import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
} from "@medusajs/framework/workflows-sdk"
import type { PasswordLogin } from "../../modules/accounts/service"
import { newSettlement } from "../../utils/account-settlement"
import { planSettlementStep } from "./steps/plan-settlement"
import { settleAccountStep } from "./steps/settle-account"

type ChangePassword = {
  customer_id: string
  login: PasswordLogin
  password: string
  /** The session that asks for it, which goes on. */
  except?: string
}

/** Not undone: nothing after it fails. */
const replaceAccountPasswordStep = createStep(
  "replace-account-password",
  async ({ login, password }: ChangePassword, { container }) => {
    const { success, error } = await container
      .resolve(Modules.AUTH)
      .updateProvider("emailpass", { entity_id: login.entity_id, password })
    if (!success) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The password was not replaced: ${error}`
      )
    }
    return new StepResponse(undefined)
  }
)

/**
 * Gives a customer's login another password: all other sessions end, and the owner is mailed.
 * @throws UNEXPECTED_STATE when the provider did not take it
 * @example await changeAccountPasswordWorkflow(container).run({ input: { customer_id: "cus_01J…", login, password } })
 */
export const changeAccountPasswordWorkflow = createWorkflow(
  "change-account-password",
  (input: ChangePassword) => {
    const settlement = transform(
      input,
      ({ customer_id, login: { id: login_id, ...login }, except }) =>
        newSettlement({
          auth_identity_ids: [login.auth_identity_id],
          except: except ?? null,
          reason: "password changed",
          mails: [
            {
              ...{ template: "password-changed", subject_id: customer_id },
              ...{ customer_id, recipient: null },
            },
          ],
          password_was: { login_id, fingerprint: login.fingerprint },
        })
    )
    planSettlementStep(settlement)
    replaceAccountPasswordStep(input)
    settleAccountStep(settlement)
  }
)
