import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import note from "../../../emails/note"
import { renderEmail } from "../../../emails/render-email"
import { renderFor } from "../../../emails/render-for"
import type { Renderer } from "../../../emails/template"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type {
  MessageNoteRow,
  MessageRow,
  WaitingMessage,
} from "../../../modules/messages/service"
import type MessagesModuleService from "../../../modules/messages/service"
import type { Letter, ReadLetter } from "../read-letter"
import { nameOf } from "./order-letter"

/** What an admin wrote, to one of the customers it was written to. */
export const readNote: ReadLetter = async (container, message) => {
  const { subject_id, customer_id } = message
  const [written, [customer]] = await Promise.all([
    findNote(container, subject_id),
    container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: customer_id ?? "" }, { take: 1 }),
  ])
  return noteLetter(message, written, customer)
}

/** The same for many messages of one note; who is gone, or has no address, is left out. */
export async function readNotes(
  container: MedusaContainer,
  messages: WaitingMessage[]
): Promise<{ message: MessageRow; letter: Letter }[]> {
  const written = await findNote(container, messages[0]?.subject_id ?? "")
  return messages.flatMap((message) =>
    written?.text && message.email
      ? [{ message, letter: noteLetter(message, written, message) }]
      : []
  )
}

async function findNote(container: MedusaContainer, id: string) {
  const [note] = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listMessageNotes({ id }, { take: 1 })
  return note
}

type Customer = Pick<WaitingMessage, "email" | "first_name" | "last_name">

function noteLetter(
  { order_id, customer_id }: Parameters<ReadLetter>[1],
  written: MessageNoteRow | undefined,
  customer: Customer | undefined
): Letter {
  if (!written?.text) {
    throw invalid("What was written is forgotten by now")
  }
  if (!customer?.email) {
    throw invalid("The customer is gone, or has no e-mail address")
  }
  const { subject, text } = written
  const data = { name: nameOf(customer), subject, text }
  return {
    ...{ recipient: customer.email, customer_id, order_id, locale: null },
    // What a host's own template makes of a name is not known before it has it.
    render: (setting, own?: Renderer<typeof data>) =>
      own ? renderEmail(own, data, setting) : renderFor(note, data, setting),
  }
}

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
