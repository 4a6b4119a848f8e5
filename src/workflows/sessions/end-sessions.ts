import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SessionsEnd } from "../../modules/sessions/end-sql"
import { endSessionsStep } from "./steps/end-sessions"

/**
 * Ends the sessions of an identity, tokens and cookies alike: every instance refuses them within 5 seconds. Without
 * the feature nothing happens. Again it ends those that began meanwhile.
 *
 * @returns how many were open
 * @example await endSessionsWorkflow(container).run({
 *   input: { auth_identity_id, except: sessionIdOf(req), reason: "password changed" },
 * })
 */
export const endSessionsWorkflow = createWorkflow(
  "end-sessions",
  (input: SessionsEnd) => new WorkflowResponse(endSessionsStep(input))
)
