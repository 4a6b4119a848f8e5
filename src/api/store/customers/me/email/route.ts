import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig, MedusaError } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../../../config/suite-options"
import type { PasswordLogin } from "../../../../../modules/accounts/service"
import type { StoreEmailChangeResponse } from "../../../../../types/accounts"
import { requestEmailChangeWorkflow } from "../../../../../workflows/accounts/request-email-change"
import { withPassword } from "../../../accounts/ask-password"
import type { StoreChangeEmailType } from "../../../accounts/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

const MINUTE_MS = 60_000

export async function POST(
  req: AuthenticatedMedusaRequest<StoreChangeEmailType>,
  res: MedusaResponse<StoreEmailChangeResponse>
) {
  const { email, password } = req.validatedBody
  const { emailLinkMinutes } = featureOptions("accounts")
  const expires_at = new Date(Date.now() + emailLinkMinutes * MINUTE_MS)
  const asked = { field: "password", password }
  const done = await withPassword(req, res, asked, async (login) => {
    refuseImpossible(login, email)
    await requestEmailChangeWorkflow(req.scope).run({
      input: {
        ...{ customer_id: req.auth_context.actor_id, login, expires_at },
        new_email: email,
      },
    })
  })
  if (done) {
    res.status(202).json({
      email_change: { email, expires_at: expires_at.toISOString() },
    })
  }
}

function refuseImpossible(login: PasswordLogin, email: string) {
  const why = isOff("messages")()
    ? "no mail can be sent: the feature messages is switched off"
    : login.is_shared
      ? "an admin signs in with this account, too: it keeps its address"
      : login.entity_id === email
        ? "is the address of this account"
        : undefined
  if (why) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: email: ${why}`
    )
  }
}
