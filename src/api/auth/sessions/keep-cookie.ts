import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import { type CheckedLogin, sessionClaims } from "../../../utils/session-claims"
import { beginSession } from "./begin-session"
import { renewCookie } from "./cookie"
import { cookieLogin, loginOf, sessionsOf } from "./sessions-of"

/**
 * Before Medusa puts a token's login into the browser's cookie: the cookie gets a new id, so that nobody knows it from
 * before, and what it stood for ends.
 */
export async function keepCookie(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const login = loginOf(req)
  if (!login?.auth_identity_id) {
    return next()
  }
  const before = cookieLogin(req)
  const id = sessionClaims(login)?.sid ?? (await adopt(req, login))
  await renewCookie(req)
  const { cookieHours } = featureOptions("sessions")
  await sessionsOf(req).keepCookie(id, cookieHours)
  const replaced = sessionClaims(before)?.sid
  if (replaced && replaced !== id) {
    await sessionsOf(req).endSession(replaced, "replaced")
  }
  next()
}

/** A token without a session, from before the suite or a host's own route, gets one here. */
async function adopt(req: MedusaRequest, login: CheckedLogin): Promise<string> {
  const token = await beginSession(req, login, performance.now())
  if (!token) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  }
  Object.assign(req, {
    auth_context: { ...login, sid: token.id, gen: token.generation },
  })
  return token.id
}
