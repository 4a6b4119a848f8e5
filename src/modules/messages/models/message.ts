import { model } from "@medusajs/framework/utils"
import { MESSAGE_CHANNELS, MESSAGE_STATUSES } from "../../../types/messages"

/** One message to one recipient: why it is sent, what it said, and what became of it. */
const Message = model
  .define("message", {
    id: model.id({ prefix: "msg" }).primaryKey(),
    channel: model.enum([...MESSAGE_CHANNELS]),
    template: model.text(),
    /** What it is about: the order, refund or fulfillment whose fact it tells. */
    subject_id: model.text(),
    /** Equal for the same message, however often it is asked for. */
    idempotency_key: model.text(),
    /** Whether the recipient may switch it off, and with which others. */
    category: model.text().default("transactional"),
    /** The fact that it follows from, or the admin's wish. */
    cause: model.text(),
    status: model.enum([...MESSAGE_STATUSES]).default("queued"),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
    /** Known once it was rendered. */
    recipient: model.text().searchable().nullable(),
    /** The message that this one was sent again for. */
    original_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    order_id: model.text().nullable(),
    locale: model.text().nullable(),
    /** As it was sent, tokens masked. */
    subject: model.text().nullable(),
    html: model.text().nullable(),
    text: model.text().nullable(),
    /** Medusa's own row of the last attempt; there is none for what goes to many. */
    notification_id: model.text().nullable(),
    /** Of the mail's header: the same on every attempt. */
    mail_id: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    /** What the vendor told last: when, and why if it did not arrive. */
    outcome_at: model.dateTime().nullable(),
    outcome_reason: model.text().nullable(),
  })
  .indexes([
    // Deleted rows included: what was sent once is not sent again.
    { on: ["idempotency_key"], unique: true, where: null },
    { on: ["created_at"] },
    { on: ["status", "created_at"] },
    { on: ["template", "created_at"] },
    { on: ["recipient", "created_at"] },
    { on: ["customer_id", "created_at"] },
    { on: ["order_id", "created_at"] },
    { on: ["subject_id", "status"] },
  ])

export default Message
