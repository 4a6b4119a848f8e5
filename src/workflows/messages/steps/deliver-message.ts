import type { NotificationContent } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { featureOptions } from "../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type {
  MessageRow,
  RenderedMessage,
} from "../../../modules/messages/service"

type Delivery = {
  message: MessageRow
  rendered: RenderedMessage & { headers?: Record<string, string> }
}

/** Not undone: a mail cannot be taken back. */
export const deliverMessageStep = createStep(
  "deliver-message",
  async ({ message, rendered }: Delivery, { container }) => {
    const { id, channel, template, cause, attempts } = message
    const { recipient, subject, html, text, mail_id, headers } = rendered
    const { replyTo } = featureOptions("messages")
    const notification = await container
      .resolve(Modules.NOTIFICATION)
      .createNotifications({
        ...{ to: recipient, channel, template, trigger_type: cause },
        receiver_id: rendered.customer_id,
        resource_id: rendered.order_id ?? message.subject_id,
        resource_type: rendered.order_id ? "order" : template,
        // Medusa stores these two, and not the content.
        data: { message_id: id },
        provider_data: {
          message_id: mail_id,
          ...(replyTo && { reply_to: replyTo }),
        },
        // With its headers, whose tokens Medusa must not store: that is why they are no provider_data.
        content: { subject, html, text, headers } as NotificationContent,
        // A key of its own per attempt: Medusa never sends one again whose server died in it.
        idempotency_key: `${id}:${attempts}`,
      })
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .updateMessages({
        ...{ id, status: "sent" as const, sent_at: new Date() },
        ...{ last_error: null, notification_id: notification.id },
      })
    return new StepResponse(notification.id)
  }
)
