import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { sessionClaims } from "../../../utils/session-claims"
import { loginOf, sessionsOf } from "./sessions-of"

/** Before Medusa forgets a cookie, as the admin does to sign out: its session ends, and the token that made it with it. */
export async function endCookie(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const session = sessionClaims(loginOf(req))
  if (session) {
    await sessionsOf(req).endSession(session.sid, "signed out")
  }
  next()
}
