import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { changeAccountPasswordWorkflow } from "../../../../../workflows/accounts/change-account-password"
import { sessionIdOf } from "../../../../utils/session-of"
import { withPassword } from "../../../accounts/ask-password"
import type { StoreChangePasswordType } from "../../../accounts/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

export async function POST(
  req: AuthenticatedMedusaRequest<StoreChangePasswordType>,
  res: MedusaResponse
) {
  const { old_password, password } = req.validatedBody
  const asked = { field: "old_password", password: old_password }
  const done = await withPassword(req, res, asked, (login) =>
    changeAccountPasswordWorkflow(req.scope).run({
      input: {
        ...{ customer_id: req.auth_context.actor_id, login, password },
        except: sessionIdOf(req),
      },
    })
  )
  if (done) {
    res.json({ success: true })
  }
}
