import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { MessageRow } from "../../../modules/messages/service"
import type { ComposedMessage } from "../compose-message"
import { keepInMailbox } from "../keep-in-mailbox"
import { notificationOf } from "../notification-of"

type Delivery = { message: MessageRow; rendered: ComposedMessage["rendered"] }

/** Not undone: a mail cannot be taken back. */
export const deliverMessageStep = createStep(
  "deliver-message",
  async ({ message, rendered }: Delivery, { container }) => {
    const { id: notification_id, provider_id } = await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications(notificationOf(message, rendered))
    await keepInMailbox(container, [{ id: message.id, provider_id, rendered }])
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .noteSent([{ id: message.id, notification_id }])
    return new StepResponse(notification_id)
  }
)
