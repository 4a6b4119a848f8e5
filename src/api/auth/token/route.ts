import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type { AuthTokenResponse } from "../../../types/sessions"
import { sessionClaims } from "../../../utils/session-claims"
import { isByCookie, loginOf, sessionsOf } from "../sessions/sessions-of"

defineFileConfig({ path: __filename, isDisabled: isOff("sessions") })

/** Until when the token, or the cookie, is good. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<AuthTokenResponse>
) {
  const login = loginOf(req)
  const claims = sessionClaims(login)
  const session = claims && (await sessionsOf(req).findSession(claims.sid))
  const expiry = isByCookie(req)
    ? session?.cookie_expires_at
    : login?.exp && new Date(login.exp * 1000)
  res.json({
    session_id: session?.id ?? null,
    expires_at: expiry ? expiry.toISOString() : null,
    refresh_until: session?.expires_at.toISOString() ?? null,
  })
}
