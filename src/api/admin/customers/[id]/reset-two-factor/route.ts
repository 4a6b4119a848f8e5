import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { resetTwoFactorWorkflow } from "../../../../../workflows/two-factor"

defineFileConfig({ path: __filename, isDisabled: isOff("two-factor") })

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  await resetTwoFactorWorkflow(req.scope).run({
    input: { actor_type: "customer", actor_id: String(req.params.id) },
  })
  res.json({ reset: true })
}
