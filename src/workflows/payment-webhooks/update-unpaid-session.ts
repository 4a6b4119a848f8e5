import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type UnpaidSession,
  updateUnpaidSessionStep,
} from "./steps/update-unpaid-session"

/**
 * Gives a payment session the state that an attempt without money left it in, unless it is
 * further already.
 *
 * @returns whether the session changed
 * @example await updateUnpaidSessionWorkflow(container).run({
 *   input: { session_id: "payses_01J…", action: "canceled" },
 * })
 */
export const updateUnpaidSessionWorkflow = createWorkflow(
  "update-unpaid-session",
  (input: UnpaidSession) => new WorkflowResponse(updateUnpaidSessionStep(input))
)
