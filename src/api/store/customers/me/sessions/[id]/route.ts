import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { endOneSession } from "../../../../../utils/sessions"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Signs the customer out in one place. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { actor_id } = req.auth_context
  const customer = { actor_type: "customer", actor_id, id: req.params.id }
  res.json(
    await endOneSession(req, { ...customer, reason: "ended by its owner" })
  )
}
