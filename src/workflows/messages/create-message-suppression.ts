import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { NewSuppression } from "../../modules/messages/message-audience"

type Wish = Omit<NewSuppression, "reason">

/** Not undone: it is all that the workflow does. */
const createMessageSuppressionStep = createStep(
  "create-message-suppression",
  async (wish: Wish, { container }) =>
    new StepResponse(
      await container
        .resolve<MessagesModuleService>(MESSAGES_MODULE)
        .suppressAddress({ ...wish, reason: "manual" })
    )
)

/**
 * Sends nothing more to an address. One that is on the list already stays as it is.
 * @param input - the address as the list has it: in lower case, or in international form
 * @returns its entry on the list
 * @example await createMessageSuppressionWorkflow(container).run({
 *   input: { channel: "email", address: "asha@example.com", created_by: "user_01J…" },
 * })
 */
export const createMessageSuppressionWorkflow = createWorkflow(
  "create-message-suppression",
  (input: Wish) => new WorkflowResponse(createMessageSuppressionStep(input))
)
