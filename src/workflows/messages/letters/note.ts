import { MedusaError, Modules } from "@medusajs/framework/utils"
import note from "../../../emails/note"
import { renderEmail } from "../../../emails/render-email"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { ReadLetter } from "../read-letter"
import { nameOf } from "./order-letter"

/** What an admin wrote, to one of the customers it was written to. */
export const readNote: ReadLetter = async (
  container,
  { subject_id, order_id, customer_id }
) => {
  const [[written], [customer]] = await Promise.all([
    container
      .resolve<MessagesModuleService>(MESSAGES_MODULE)
      .listMessageNotes({ id: subject_id }, { take: 1 }),
    container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: customer_id ?? "" }, { take: 1 }),
  ])
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
    render: (setting) => renderEmail(note, data, setting),
  }
}

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
