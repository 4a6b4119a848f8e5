import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import type { AdminDigitalGrantResponse } from "../../../../../../types/digital-products"
import { changeDigitalGrantWorkflow } from "../../../../../../workflows/digital-products"
import type { AdminChangeDigitalGrantType } from "../../../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Gives one unit anew, on the product's terms of now. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminChangeDigitalGrantType>,
  res: MedusaResponse<AdminDigitalGrantResponse>
) {
  const { result: grant } = await changeDigitalGrantWorkflow(req.scope).run({
    input: {
      id: req.params.id ?? "",
      action: "regrant",
      reason: req.validatedBody.reason,
      by: req.auth_context.actor_id,
    },
  })
  res.json({ grant: grant! })
}
