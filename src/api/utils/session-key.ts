import { createHash } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import { signedPart } from "../../utils/signed-part"

type WithSession = {
  session?: { auth_context?: unknown }
  sessionID?: string
}

/**
 * What tells one session of somebody from their others: of the cookie where Medusa went by it, or else of the token.
 * Hashed, so that no table holds what opens a door.
 */
export function sessionKeyOf(req: MedusaRequest): string | null {
  const { session, sessionID } = req as WithSession
  const own = session?.auth_context
    ? sessionID
    : signedPart(req.headers.authorization)
  return own ? createHash("sha256").update(own).digest("base64url") : null
}
