import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { sessionClaims } from "../../../utils/session-claims"
import { dropCookie } from "../sessions/cookie"
import { readLogin } from "../sessions/login-token"
import { cookieLogin, sessionsOf } from "../sessions/sessions-of"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Who signs out: the token that is shown, whatever cookie the browser sends along, or else the cookie. */
const meant = (req: MedusaRequest) =>
  req.headers.authorization === undefined
    ? cookieLogin(req)
    : readLogin(req, req.headers.authorization)

/** Signs out: the session of the token or cookie ends. Again, and for one that is over, it answers the same. */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<{ success: true }>
) {
  const login = meant(req)
  // For the log of sign-ins.
  Object.assign(req, login && { auth_context: login })
  const session = sessionClaims(login)
  if (session) {
    await sessionsOf(req).endSession(session.sid, "signed out")
  }
  const cookie = cookieLogin(req)
  if (cookie && login && sessionClaims(cookie)?.sid === session?.sid) {
    await dropCookie(req, res)
  }
  res.json({ success: true })
}
