import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { type CheckedLogin, sessionClaims } from "../../../utils/session-claims"
import { dropCookie } from "./cookie"
import { isGoodLogin } from "./is-good-login"
import { readLogin, signForAMoment } from "./login-token"
import { cookieLogin, isRefresh, loginOf, refreshLimits } from "./sessions-of"

const STORE = /^\/store(?:\/|$)/i

/**
 * Whose session is over is nobody. Before all routes but Medusa's check of who it is at `/admin` and `/store`. A
 * request without a token or a cookie costs nothing.
 *
 * At `/store` such a caller may still do what guests may, as Medusa has it for a token that ran out: a shop must not
 * vanish for somebody whose session ended elsewhere. Everywhere else Medusa has let them in already.
 */
export async function guardSession(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  if (!cookieLogin(req) && !req.headers.authorization) {
    return next()
  }
  const counted = loginOf(req)
  const isOver = await dropEnded(req, res, counted)
  if (!isOver) {
    return next()
  }
  delete (req as { auth_context?: unknown }).auth_context
  // What the router goes by: the request's own line may hold a whole address.
  if (!STORE.test(req.path)) {
    res.status(401).json({ message: "Unauthorized" })
    return
  }
  next()
}

/**
 * A cookie or token that is over is as if it had not come: who signs in anew may bring it along, and a route may look
 * at the other one.
 *
 * @param counted - the one that Medusa went by, where it has looked
 * @returns whether that one is over
 */
async function dropEnded(
  req: MedusaRequest,
  res: MedusaResponse,
  counted: CheckedLogin | undefined
): Promise<boolean> {
  const cookie = cookieLogin(req)
  const bearer =
    counted && counted !== cookie
      ? counted
      : readLogin(req, req.headers.authorization)
  let isOver = false
  if (cookie && !(await isGoodLogin(req, cookie))) {
    isOver = counted === cookie
    await dropCookie(req, res)
  }
  if (!bearer) {
    await revive(req)
  } else if (!(await isGoodLogin(req, bearer))) {
    isOver ||= counted === bearer
    // Not deleted: that one was shown still matters to who signs out.
    req.headers.authorization = ""
  }
  return isOver
}

/** A token that ran out counts where it is exchanged, if the store says so: Medusa then gets one that has not. */
async function revive(req: MedusaRequest) {
  if (!isRefresh(req) || !refreshLimits().refreshExpired) {
    return
  }
  const { authorization } = req.headers
  const late = readLogin(req, authorization, { ignoreExpiration: true })
  const session = sessionClaims(late)
  if (late && session && (await isGoodLogin(req, late))) {
    req.headers.authorization = `Bearer ${signForAMoment(req, late, session)}`
  }
}
