import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { sessionClaims } from "../../../utils/session-claims"
import { dropCookie } from "../sessions/cookie"
import { cookieLogin, loginOf, sessionsOf } from "../sessions/sessions-of"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Signs out: the session of the token or cookie ends. Again, and for one that is over, it answers the same. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<{ success: true }>
) {
  const session = sessionClaims(loginOf(req))
  if (session) {
    await sessionsOf(req).endSession(session.sid, "signed out")
  }
  const kept = sessionClaims(cookieLogin(req))
  if (cookieLogin(req) && kept?.sid === session?.sid) {
    await dropCookie(req, res)
  }
  res.json({ success: true })
}
