import type {
  FilterableNotificationProps,
  MedusaContainer,
  NotificationDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { MessageRow } from "../../../modules/messages/service"
import type { ComposedMessage } from "../compose-message"
import { keepInMailbox } from "../keep-in-mailbox"
import { attemptKey, notificationOf } from "../notification-of"

type Mail = { message: MessageRow; rendered: ComposedMessage["rendered"] }

export type Mails = {
  mails: Mail[]
  /** Of all that were asked for. */
  ids: string[]
}

/** Not undone: a mail cannot be taken back. Gives the ids of those that were not sent. */
export const deliverMessagesStep = createStep(
  "deliver-messages",
  async ({ mails, ids }: Mails, { container }) => {
    const taken = await deliver(container, mails)
    const sent = mails.flatMap(({ message: { id }, rendered }) => {
      const { id: notification_id, provider_id } = taken.get(id) ?? {}
      return notification_id
        ? [{ id, notification_id, provider_id, rendered }]
        : []
    })
    await keepInMailbox(container, sent)
    await container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .noteSent(
        sent.map(({ id, notification_id }) => ({ id, notification_id }))
      )
    const done = new Set(sent.map(({ id }) => id))
    return new StepResponse(ids.filter((id) => !done.has(id)))
  }
)

/** Medusa's notifications of those that the mail server took, by message. One that is refused makes it throw after all had their turn. */
async function deliver(container: MedusaContainer, mails: Mail[]) {
  const module = container.resolve(Modules.NOTIFICATION)
  let made: NotificationDTO[]
  try {
    made = await module.createNotifications(
      mails.map(({ message, rendered }) => notificationOf(message, rendered))
    )
  } catch {
    const idempotency_key = mails.map(({ message }) => attemptKey(message))
    made = await module.listNotifications({
      idempotency_key,
    } as FilterableNotificationProps)
  }
  return new Map(
    made
      .filter(({ status }) => status === "success")
      .map((notification) => [notification.data?.message_id, notification])
  )
}
