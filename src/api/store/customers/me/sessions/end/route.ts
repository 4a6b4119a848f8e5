import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import type { SessionsEndResponse } from "../../../../../../types/sessions"
import { endAllSessions } from "../../../../../utils/sessions"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Signs the customer out everywhere, or everywhere else. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SessionsEndResponse>
) {
  const { actor_id } = req.auth_context
  const customer = { actor_type: "customer", actor_id }
  res.json(
    await endAllSessions(req, { ...customer, reason: "ended by its owner" })
  )
}
