import { randomUUID } from "node:crypto"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageTemplate } from "../../types/messages"
import { TEST } from "./letters/sample"

type Test = {
  template: MessageTemplate
  recipient: string
  /** @default the store's */
  locale?: string
}

/** Not undone: it is on its way. */
const sendTestMessageStep = createStep(
  "send-test-message",
  async ({ template, recipient, locale }: Test, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const id = await service.queueMessage({
      ...{ channel: "email", template, recipient, locale },
      ...{ subject_id: "sample", order_id: null, cause: TEST },
      idempotency_key: `${TEST}:${randomUUID()}`,
    })
    return new StepResponse(await service.retrieveMessage(id ?? ""))
  }
)

/**
 * Sends a template with sample data to somebody, the way all messages go, marked as a test.
 * @returns the message
 * @example await sendTestMessageWorkflow(container).run({
 *   input: { template: "order-placed", recipient: "owner@store.test", locale: "de" },
 * })
 */
export const sendTestMessageWorkflow = createWorkflow(
  "send-test-message",
  (input: Test) => new WorkflowResponse(sendTestMessageStep(input))
)
