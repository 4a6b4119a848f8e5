import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"

/** Not undone: it is all that the workflow does. */
const deleteMessageSuppressionStep = createStep(
  "delete-message-suppression",
  async ({ id }: { id: string }, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    await service.retrieveMessageSuppression(id)
    await service.deleteMessageSuppressions([id])
    return new StepResponse(id)
  }
)

/**
 * Takes an address off the suppression list. A vendor that keeps a list of its own goes by that.
 * @throws NOT_FOUND
 * @example await deleteMessageSuppressionWorkflow(container).run({ input: { id: "msgsup_01J…" } })
 */
export const deleteMessageSuppressionWorkflow = createWorkflow(
  "delete-message-suppression",
  (input: { id: string }) =>
    new WorkflowResponse(deleteMessageSuppressionStep(input))
)
