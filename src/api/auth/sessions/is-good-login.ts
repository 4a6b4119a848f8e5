import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import type { SessionState } from "../../../modules/sessions/session-row"
import { isCurrent } from "../../../modules/sessions/token-sql"
import { type CheckedLogin, sessionClaims } from "../../../utils/session-claims"
import { cookieLogin, isRefresh, sessionsOf } from "./sessions-of"

const MINUTE_MS = 60_000

/** Whether a login that Medusa would take is one of a session that goes on. An API key is no login. */
export async function isGoodLogin(
  req: MedusaRequest,
  login: CheckedLogin
): Promise<boolean> {
  const session = sessionClaims(login)
  if (!session) {
    return !login.auth_identity_id || isNewerThanEnd(req, login)
  }
  const now = Date.now()
  const state = await sessionsOf(req).findSession(session.sid)
  if (!state || state.is_ended || state.expires_at.getTime() <= now) {
    return false
  }
  const isGood =
    login === cookieLogin(req)
      ? isKept(state, now)
      : // Whoever exchanges an old one is told so there, and its session ends.
        isRefresh(req) || isCurrent(state, session.gen, now)
  if (isGood) {
    touch(req, state)
  }
  return isGood
}

/** Made before the suite, or by a host's own route: all that could end it is an end of all that its identity had. */
async function isNewerThanEnd(
  req: MedusaRequest,
  { auth_identity_id, iat = 0 }: CheckedLogin
): Promise<boolean> {
  const end = await sessionsOf(req).findLastEnd(auth_identity_id)
  return !end || iat * 1000 > end.getTime()
}

function isKept(state: SessionState, now: number): boolean {
  const { cookieIdleMinutes } = featureOptions("sessions")
  const { cookie_expires_at: until, last_seen_at: seen } = state
  return (
    until !== null &&
    until.getTime() > now &&
    now - seen.getTime() < cookieIdleMinutes * MINUTE_MS
  )
}

/** Nobody waits for it. */
function touch(req: MedusaRequest, state: SessionState) {
  sessionsOf(req)
    .touchSession(state)
    .catch((error: Error) =>
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`[sessions] not noted as used: ${error.message}`)
    )
}
