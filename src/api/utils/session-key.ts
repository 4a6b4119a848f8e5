import { createHash } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { signedPart } from "../../utils/signed-part"
import { sessionIdOf } from "./session-of"

type WithCookie = {
  session?: { auth_context?: unknown }
  sessionID?: string
}

/**
 * What tells one session of somebody from their others: its id where the suite keeps sessions, or else the cookie
 * where Medusa went by it, or the token. Hashed, so that no table holds what opens a door.
 */
export function sessionKeyOf(req: MedusaRequest): string | null {
  const { session, sessionID } = req as WithCookie
  const own =
    sessionIdOf(req) ??
    (session?.auth_context ? sessionID : signedPart(req.headers.authorization))
  return own ? createHash("sha256").update(own).digest("base64url") : null
}
