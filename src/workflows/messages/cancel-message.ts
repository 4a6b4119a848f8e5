import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"

/** Not undone: an admin who wants it after all sends it again. */
const cancelMessageStep = createStep(
  "cancel-message",
  async ({ id }: { id: string }, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const { status } = await service.retrieveMessage(id)
    if (!(await service.cancelMessage(id))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The message ${id} is ${status}: only one that is queued can be taken back`
      )
    }
    return new StepResponse(await service.retrieveMessage(id))
  }
)

/**
 * Takes a message back that waits to be sent.
 * @returns the message
 * @throws NOT_FOUND, or NOT_ALLOWED for one that does not wait
 * @example await cancelMessageWorkflow(container).run({ input: { id: "msg_01J…" } })
 */
export const cancelMessageWorkflow = createWorkflow(
  "cancel-message",
  (input: { id: string }) => new WorkflowResponse(cancelMessageStep(input))
)
