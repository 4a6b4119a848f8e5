import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminOrphanedApiKeysResponse } from "../../../../types/sessions"
import { sessionsOf } from "../../../auth/sessions/sessions-of"
import type { GetSessionsType } from "../../../utils/session-validators"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Secret keys made by admins who are gone: somebody should look at them. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<AdminOrphanedApiKeysResponse>
) {
  const page = req.validatedQuery as GetSessionsType
  const found = await sessionsOf(req).listOrphanedApiKeys(page)
  res.json({ ...found, ...page })
}
