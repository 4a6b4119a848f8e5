import { model } from "@medusajs/framework/utils"
import { MESSAGE_CHANNELS, SUPPRESSION_REASONS } from "../../../types/messages"

/** An address that nothing is sent to any more, on one channel. */
const MessageSuppression = model
  .define("message_suppression", {
    id: model.id({ prefix: "msgsup" }).primaryKey(),
    channel: model.enum([...MESSAGE_CHANNELS]),
    /** An e-mail address in lower case, or a phone number in international form. */
    address: model.text().searchable(),
    reason: model.enum([...SUPPRESSION_REASONS]),
    /** The message whose fate it follows from. */
    message_id: model.text().nullable(),
    /** The admin who wished it. */
    created_by: model.text().nullable(),
  })
  .indexes([
    { on: ["channel", "address"], unique: true },
    { on: ["created_at"] },
  ])

export default MessageSuppression
