import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { lookAt } from "./look-at"
import { examineSession } from "./examine-session"

/** Not undone: each repair has its own undo, and what is right stays right. */
const retryCaseStep = createStep(
  "retry-case",
  async ({ id }: { id: string }, { container }) => {
    const look = await lookAt(container, new Date())
    const { session_id, status } =
      await look.service.retrieveReconciliationCase(id)
    if (status !== "open" || !session_id) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The case ${id} is not open, or is about no payment: it is looked at each minute`
      )
    }
    await examineSession(look, session_id)
    return new StepResponse(await look.service.retrieveReconciliationCase(id))
  }
)

/**
 * Looks at a case now instead of within minutes.
 * @returns the case as it is then
 * @throws NOT_FOUND, or NOT_ALLOWED for one that is closed
 * @example await retryReconciliationCaseWorkflow(container).run({ input: { id: "recase_01J…" } })
 */
export const retryReconciliationCaseWorkflow = createWorkflow(
  "retry-reconciliation-case",
  (input: { id: string }) => new WorkflowResponse(retryCaseStep(input))
)
