import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { SessionsResponse } from "../../../../../types/sessions"
import { readSessions } from "../../../../utils/sessions"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Where the customer is signed in. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SessionsResponse>
) {
  const { actor_id } = req.auth_context
  res.json(await readSessions(req, { actor_type: "customer", actor_id }))
}
