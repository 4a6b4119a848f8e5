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

const ADMIN = /^\/admin(?:\/|$)/i

/**
 * Whose session is over is nobody. Before all routes but Medusa's check of who it is at `/admin` and `/store`. A
 * request without a token or a cookie costs nothing.
 *
 * At `/store` such a caller may still do what guests may, as Medusa has it for a token that ran out: a shop must not
 * vanish for somebody whose session ended elsewhere.
 */
export async function guardSession(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const cookie = cookieLogin(req)
  if (!cookie && !req.headers.authorization) {
    return next()
  }
  const counted = loginOf(req)
  if (!counted) {
    await dropEnded(req, res, cookie)
    return next()
  }
  // Medusa has decided which one counts; an API key is not one of ours.
  if (!counted.auth_identity_id || (await isGoodLogin(req, counted))) {
    return next()
  }
  await drop(req, res, counted)
  if (ADMIN.test(req.originalUrl)) {
    res.status(401).json({ message: "Unauthorized" })
    return
  }
  next()
}

/** Who signs in anew may bring along what is over. */
async function dropEnded(
  req: MedusaRequest,
  res: MedusaResponse,
  cookie: CheckedLogin | undefined
) {
  if (cookie && !(await isGoodLogin(req, cookie))) {
    await drop(req, res, cookie)
  }
  const bearer = readLogin(req, req.headers.authorization)
  if (!bearer) {
    await revive(req)
  } else if (!(await isGoodLogin(req, bearer))) {
    await drop(req, res, bearer)
  }
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

async function drop(
  req: MedusaRequest,
  res: MedusaResponse,
  login: CheckedLogin
) {
  if (login === cookieLogin(req)) {
    await dropCookie(req, res)
  } else {
    // Not deleted: that one was shown still matters to who signs out.
    req.headers.authorization = ""
  }
  delete (req as { auth_context?: unknown }).auth_context
}
