import type { MedusaRequest } from "@medusajs/framework/http"
import { sessionClaims } from "../../utils/session-claims"

/**
 * The session that a signed-in request belongs to, for what keeps it while it ends all others.
 * @returns nothing for an API key, and for a token that the suite did not make
 */
export function sessionIdOf(req: MedusaRequest): string | undefined {
  const { auth_context: login } = req as { auth_context?: unknown }
  return sessionClaims(login)?.sid
}
