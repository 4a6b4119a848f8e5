import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  confirmAccountStep,
  dismissCaseStep,
  type DismissInput,
} from "./steps/close-case"

/**
 * Leaves a case alone for good, on an admin's word.
 * @returns the case
 * @throws NOT_FOUND, or NOT_ALLOWED for one that is not open
 * @example await dismissReconciliationCaseWorkflow(container).run({
 *   input: { id: "recase_01J…", reason: "Settled by phone", dismissed_by: "user_01J…" },
 * })
 */
export const dismissReconciliationCaseWorkflow = createWorkflow(
  "dismiss-reconciliation-case",
  (input: DismissInput) => new WorkflowResponse(dismissCaseStep(input))
)

/**
 * Reconciles a provider again whose keys changed, on an admin's word.
 * @returns the case
 * @throws NOT_FOUND, or NOT_ALLOWED for a case about something else
 * @example await confirmGatewayAccountWorkflow(container).run({ input: { id: "recase_01J…" } })
 */
export const confirmGatewayAccountWorkflow = createWorkflow(
  "confirm-gateway-account",
  (input: { id: string }) => new WorkflowResponse(confirmAccountStep(input))
)
