import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type {
  MessageRow,
  RenderedMessage,
} from "../../../modules/messages/service"

type Delivery = { message: MessageRow; rendered: RenderedMessage }

/** The last look before it goes out. @throws INVALID_DATA: trying again would change nothing */
export const refuseSuppressedStep = createStep(
  "refuse-suppressed",
  async ({ message: { channel }, rendered }: Delivery, { container }) => {
    const reason = await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .suppressionOf(channel, rendered.recipient)
    if (reason) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The address is on the suppression list (${reason})`
      )
    }
    return new StepResponse(null)
  }
)
