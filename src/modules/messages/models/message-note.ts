import { model } from "@medusajs/framework/utils"

/** What an admin wrote to a customer or a group; each of its messages points here. */
const MessageNote = model
  .define("message_note", {
    id: model.id({ prefix: "msgnote" }).primaryKey(),
    /** Equal for the same one, however often it is asked for. */
    idempotency_key: model.text(),
    subject: model.text(),
    /** Forgotten together with what its messages said. */
    text: model.text().nullable(),
    category: model.text(),
    customer_id: model.text().nullable(),
    customer_group_id: model.text().nullable(),
    order_id: model.text().nullable(),
    recipients: model.number(),
    /** The last customer of the group whose message is queued. */
    cursor: model.text().nullable(),
    queued_at: model.dateTime().nullable(),
    created_by: model.text(),
  })
  .indexes([
    { on: ["idempotency_key"], unique: true, where: null },
    { on: ["created_at"] },
  ])

export default MessageNote
