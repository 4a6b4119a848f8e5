import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { confirmEmailChangeWorkflow } from "../../../../workflows/accounts/confirm-email-change"
import type { StoreConfirmEmailType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("accounts") })

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { token } = req.validatedBody as StoreConfirmEmailType
  const { result: email } = await confirmEmailChangeWorkflow(req.scope).run({
    input: { token, now: new Date() },
  })
  res.json({ email })
}
