import { model } from "@medusajs/framework/utils"

/** A mail of the local mailbox as it was sent, its links working; the message itself has them masked. */
const MailboxMail = model.define("mailbox_mail", {
  /** The message's own. */
  id: model.id().primaryKey(),
  /** HTML and text, readable by the suite alone. */
  sealed: model.text(),
})

export default MailboxMail
