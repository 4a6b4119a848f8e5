import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../config/suite-options"
import { MESSAGES_MODULE } from "../../modules/messages"
import type { NewMessage } from "../../modules/messages/queue-sql"
import type MessagesModuleService from "../../modules/messages/service"

/** Not undone: a message that is queued is sent, and asking for it again changes nothing. */
const queueMessageStep = createStep(
  "queue-message",
  async (message: NewMessage, { container }) => {
    const id = await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .queueMessage(message, suiteSecret())
    return new StepResponse(id ?? null)
  }
)

/**
 * Queues a message, once per idempotency key; the queue sends it, with as many attempts as it takes.
 * @returns the message's id, or null when it was asked for before
 * @example await queueMessageWorkflow(container).run({
 *   input: {
 *     channel: "email", template: "order-placed", subject_id: "order_01J…", order_id: "order_01J…",
 *     idempotency_key: "order.placed:order_01J…:order-placed", cause: "order.placed",
 *   },
 * })
 */
export const queueMessageWorkflow = createWorkflow(
  "queue-message",
  (input: NewMessage) => new WorkflowResponse(queueMessageStep(input))
)
