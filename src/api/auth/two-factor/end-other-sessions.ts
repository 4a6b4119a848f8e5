import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { endSessionsWorkflow } from "../../../workflows/sessions"
import { sessionIdOf } from "../../utils/session-of"

/** Who set up or dropped a second factor stays signed in here and nowhere else: a session may be a thief's. */
export async function endOtherSessions(
  req: AuthenticatedMedusaRequest,
  reason: string
): Promise<void> {
  const { auth_identity_id } = req.auth_context
  await endSessionsWorkflow(req.scope).run({
    input: { auth_identity_id, except: sessionIdOf(req), reason },
  })
}
