import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SessionEnd } from "../../modules/sessions/end-sql"
import { endSessionStep } from "./steps/end-session"

/**
 * Ends one session of somebody: every instance refuses its token and its cookie within 5 seconds.
 *
 * @returns its id
 * @throws NOT_FOUND for another's, and for one that is over
 * @example await endSessionWorkflow(container).run({
 *   input: { id: "authses_01J…", actor_type: "customer", actor_id: "cus_01J…", reason: "ended by its owner" },
 * })
 */
export const endSessionWorkflow = createWorkflow(
  "end-session",
  (input: SessionEnd) => new WorkflowResponse(endSessionStep(input))
)
