import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { WaitingMessage } from "../../modules/messages/service"
import type { TaskContext } from "../../utils/define-task"
import { deliverMessagesStep } from "./steps/deliver-messages"
import { renderNotesStep } from "./steps/render-notes"

/**
 * One attempt at many messages of one note: read, rendered, stored, handed to Medusa's notification module and noted as
 * sent together, so that each costs a fraction of what one alone does. Killed half-way, those that had gone out go out
 * again with the same Message-ID.
 *
 * @returns those that were not sent, for whatever reason
 * @example await sendNotesWorkflow(container).run({ input: { messages } })
 */
export const sendNotesWorkflow = createWorkflow(
  "send-notes",
  (input: { messages: WaitingMessage[] }) =>
    new WorkflowResponse(deliverMessagesStep(renderNotesStep(input)))
)

/**
 * For the queue. What is not sent at once, or was begun before, is sent alone: that way knows when to
 * wait, when to give up, and what its recipient does not want.
 */
export async function sendNotes(
  { ids }: { ids: string[] },
  { container, job }: TaskContext
): Promise<void> {
  const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
  if (job.attempt > 1) {
    return service.queueAlone(ids)
  }
  const messages = await service.listWaiting(ids)
  if (messages.length > 0) {
    const { result: left } = await sendNotesWorkflow(container).run({
      input: { messages },
    })
    await service.queueAlone(left)
  }
}
