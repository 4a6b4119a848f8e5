import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { deleteAccountWorkflow } from "../../../../../workflows/accounts"
import { withPassword } from "../../../accounts/ask-password"
import type { StoreDeleteAccountType } from "../../../accounts/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

export async function POST(
  req: AuthenticatedMedusaRequest<StoreDeleteAccountType>,
  res: MedusaResponse
) {
  const { password } = req.validatedBody
  const { actor_id: customer_id } = req.auth_context
  const asked = { field: "password", password }
  const done = await withPassword(req, res, asked, (login) => {
    const { auth_identity_id, entity_id: email } = login
    return deleteAccountWorkflow(req.scope).run({
      input: { customer_id, auth_identity_id, email },
    })
  })
  if (done) {
    res.json({ id: customer_id, object: "customer", deleted: true })
  }
}
