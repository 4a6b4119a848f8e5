import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { AdminMessageBrand } from "../../types/messages"

type Change = Partial<AdminMessageBrand>

const saveMessageBrandStep = createStep(
  "save-message-brand",
  async (change: Change, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const before = await service.readBrand()
    await service.saveBrand(change)
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve<MessagesModuleService>(MESSAGES_MODULE)
        .saveBrand(before)
    }
  }
)

/**
 * Changes how messages look from now on; null leaves a field to the options again, what is not given stays.
 * @example await saveMessageBrandWorkflow(container).run({ input: { name: "The Shop", logo_url: null } })
 */
export const saveMessageBrandWorkflow = createWorkflow(
  "save-message-brand",
  (input: Change) => new WorkflowResponse(saveMessageBrandStep(input))
)
