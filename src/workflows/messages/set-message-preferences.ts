import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type { ChosenPreferences } from "../../modules/messages/preference-sql"
import type MessagesModuleService from "../../modules/messages/service"
import {
  isOptionalCategory,
  MESSAGE_CATEGORIES,
  type MessagePreference,
} from "../../types/messages-preferences"

/**
 * Every category with whether it is sent to a customer.
 * @example await readPreferences(service, "cus_01J…") // [{ category: "transactional", is_on: true, is_optional: false }, …]
 */
export async function readPreferences(
  service: MessagesModuleService,
  customer_id: string
): Promise<MessagePreference[]> {
  const chosen = await service.listMessagePreferences({ customer_id })
  return MESSAGE_CATEGORIES.map((category) => {
    const is_optional = isOptionalCategory(category)
    const choice = chosen.find((each) => each.category === category)
    return {
      category,
      is_optional,
      is_on: !is_optional || (choice?.is_on ?? true),
    }
  })
}

/** Not undone: it is one statement's worth, and the last step. */
const setMessagePreferencesStep = createStep(
  "set-message-preferences",
  async (chosen: ChosenPreferences, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    await service.setPreferences(chosen)
    return new StepResponse(await readPreferences(service, chosen.customer_id))
  }
)

/**
 * Switches categories of messages on or off for a customer; every sender obeys it from the next message on.
 * @returns all of the customer's preferences
 * @example await setMessagePreferencesWorkflow(container).run({
 *   input: { customer_id: "cus_01J…", preferences: { news: false }, chosen_by: "customer" },
 * })
 */
export const setMessagePreferencesWorkflow = createWorkflow(
  "set-message-preferences",
  (input: ChosenPreferences) =>
    new WorkflowResponse(setMessagePreferencesStep(input))
)
