import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { disownLoginDeviceWorkflow } from "../../../../workflows/login-events"
import type { StoreDisownDeviceType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("login-events") })

export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { token } = req.validatedBody as StoreDisownDeviceType
  await disownLoginDeviceWorkflow(req.scope).run({
    input: { token, now: new Date() },
  })
  res.json({ success: true })
}
