import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  type CheckedLogin,
  isSameLogin,
  sessionClaims,
} from "../../../utils/session-claims"
import { changeAnswer } from "../../utils/change-answer"
import { beginSession } from "./begin-session"
import { readLogin, signLogin } from "./login-token"
import { isByCookie, isRefresh, loginOf, sessionsOf } from "./sessions-of"

/**
 * Whatever way in a token is the answer to: it goes out as one of a session. Without `methods`, so that it comes
 * before Medusa's.
 */
export function noteSession(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const began = performance.now()
  changeAnswer(res, next, async ({ status, body }) => {
    const { token } = (body ?? {}) as { token?: unknown }
    const login =
      status < 300 && typeof token === "string"
        ? readLogin(req, `Bearer ${token}`)
        : undefined
    return login
      ? { ...(body as object), token: await tokenFor(req, login, began) }
      : body
  })
  next()
}

/** Who shows a session's token and is told another one of the same login stays in that session. */
async function tokenFor(
  req: MedusaRequest,
  login: CheckedLogin,
  began: number
): Promise<string> {
  const shown = loginOf(req)
  const session = sessionClaims(shown)
  const isSame = shown && session && isSameLogin(shown, login)
  const token = await (isSame
    ? nextToken(req, session, login)
    : beginSession(req, login, began))
  if (!token) {
    throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "Unauthorized")
  }
  if (session && !shown?.actor_id && login.actor_id) {
    // What led to the second factor has served.
    await sessionsOf(req).endSession(session.sid, "signed in")
  }
  return signLogin(req, login, token)
}

function nextToken(
  req: MedusaRequest,
  { sid, gen }: { sid: string; gen: number },
  { exp = 0, iat = 0 }: CheckedLogin
) {
  return isRefresh(req)
    ? sessionsOf(req).rotateToken({
        id: sid,
        generation: isByCookie(req) ? undefined : gen,
        lifetime: exp - iat,
      })
    : sessionsOf(req).prolongSession(sid, new Date(exp * 1000))
}
