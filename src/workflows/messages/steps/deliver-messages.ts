import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import { handOver, type Mail } from "../hand-over"
import { keepInMailbox } from "../keep-in-mailbox"

export type Mails = {
  mails: Mail[]
  /** Of all that were asked for. */
  ids: string[]
}

/** So many are noted as sent together; as many at most go out again when a server dies. */
const TOGETHER = 25

/** Not undone: a mail cannot be taken back. Gives the ids of those that were not sent. */
export const deliverMessagesStep = createStep(
  "deliver-messages",
  async ({ mails, ids }: Mails, { container }) => {
    const service = container.resolve<MessagesModuleService>(MESSAGES_MODULE)
    const left = new Set(ids)
    for (let from = 0; from < mails.length; from += TOGETHER) {
      const taken = await handOver(
        container,
        mails.slice(from, from + TOGETHER)
      )
      await keepInMailbox(container, taken)
      await service.noteSent(
        taken.map(({ id }) => ({ id, notification_id: null }))
      )
      taken.forEach(({ id }) => left.delete(id))
    }
    return new StepResponse([...left])
  }
)
