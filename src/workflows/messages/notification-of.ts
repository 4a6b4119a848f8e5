import type {
  CreateNotificationDTO,
  NotificationContent,
} from "@medusajs/framework/types"
import { featureOptions } from "../../config/suite-options"
import type { MessageRow } from "../../modules/messages/service"
import type { ComposedMessage } from "./compose-message"

/** A message as Medusa's notification module takes it. */
export function notificationOf(
  message: MessageRow,
  rendered: ComposedMessage["rendered"]
): CreateNotificationDTO {
  const { id, channel, template, cause } = message
  const { recipient, subject, html, text, mail_id, headers } = rendered
  const { replyTo } = featureOptions("messages")
  return {
    ...{ to: recipient, channel, template, trigger_type: cause },
    receiver_id: rendered.customer_id,
    resource_id: rendered.order_id ?? message.subject_id,
    resource_type: rendered.order_id ? "order" : template,
    // Medusa stores these two, and not the content.
    data: { message_id: id },
    provider_data: {
      // By this the vendor's reports find the message.
      tracking_id: id,
      ...(mail_id && { message_id: mail_id }),
      ...(mail_id && replyTo && { reply_to: replyTo }),
    },
    // With its headers, whose tokens Medusa must not store: that is why they are no provider_data.
    content: {
      text,
      ...(subject && { subject }),
      ...(html && { html }),
      ...(headers && { headers }),
    } as NotificationContent,
    idempotency_key: attemptKey(message),
  }
}

/** A key of its own per attempt: Medusa never sends one again whose server died in it. */
const attemptKey = ({ id, attempts }: MessageRow) => `${id}:${attempts}`
