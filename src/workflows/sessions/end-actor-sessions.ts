import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ActorSessionsEnd } from "../../modules/sessions/end-sql"
import { endActorSessionsStep } from "./steps/end-actor-sessions"

/**
 * Ends the sessions of a customer, an admin, or whoever else signs in, with all that they sign in with. Without the
 * feature nothing happens.
 *
 * @returns how many were open
 * @example await endActorSessionsWorkflow(container).run({
 *   input: { actor_type: "user", actor_id: "user_01J…", reason: "ended by an admin" },
 * })
 */
export const endActorSessionsWorkflow = createWorkflow(
  "end-actor-sessions",
  (input: ActorSessionsEnd) => new WorkflowResponse(endActorSessionsStep(input))
)
