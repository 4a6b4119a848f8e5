import type { MedusaContainer } from "@medusajs/framework/types"
import { featureOptions, suiteSecret } from "../../config/suite-options"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageRow } from "../../modules/messages/service"
import { type MailboxMail, openMail, sealMail } from "../../utils/mailbox-mail"

/** Of Medusa's notification module; the id that the suite registers it with. */
const MAILBOX = "mailbox"

export type TakenMail = {
  id: string
  provider_id?: string
  rendered: MailboxMail
}

const serviceOf = (container: MedusaContainer) =>
  container.resolve<MessagesModuleService>(MESSAGES_MODULE)

/** Keeps mails that nobody has taken away with their links, where the options let the mailbox open. */
export async function keepInMailbox(
  container: MedusaContainer,
  mails: TakenMail[]
): Promise<void> {
  const stayed = mails.filter(({ provider_id }) => provider_id === MAILBOX)
  if (featureOptions("messages").openMailbox && stayed.length > 0) {
    await serviceOf(container).keepMailboxMails(
      stayed.map(({ id, rendered }) => ({
        id,
        sealed: sealMail(id, rendered, suiteSecret()),
      }))
    )
  }
}

/** A message as its reader gets it, or nothing where that is not to be seen. */
export async function readMailbox(
  container: MedusaContainer,
  { id }: Pick<MessageRow, "id">
): Promise<MailboxMail | undefined> {
  if (!featureOptions("messages").openMailbox) {
    return undefined
  }
  const [kept] = await serviceOf(container).listMailboxMails({ id })
  return kept && openMail(id, kept.sealed, suiteSecret())
}
