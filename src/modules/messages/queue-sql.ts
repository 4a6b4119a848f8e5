import { generateEntityId } from "@medusajs/framework/utils"
import type { MessageChannel, MessageTemplate } from "../../types/messages"
import type { MessageCategory } from "../../types/messages-preferences"

/** A message that somebody or something asks for. Whom it goes to is read when it is sent, where that can be read. */
export type NewMessage = {
  channel: MessageChannel
  template: MessageTemplate
  /** What it is about, such as an order's id. */
  subject_id: string
  order_id: string | null
  /** Whom it is for, where what it is about does not tell. */
  customer_id?: string | null
  /** Any but the default obeys what the recipient chose. @default "transactional" */
  category?: MessageCategory
  /** The same for the same message, however often it is asked for. */
  idempotency_key: string
  /** The fact that it follows from, such as `order.placed`, or who wished it. */
  cause: string
  /** Whom it goes to, where nothing else tells. */
  recipient?: string | null
  /** BCP 47, where nothing else tells. */
  locale?: string | null
  /** The message that this one is sent again for. */
  original_id?: string
  /** What opens a door, such as a token: never stored with the message, and sealed in its job. */
  secrets?: MessageSecrets
}

export type MessageSecrets = Record<string, string>

export const INSERT = `
  insert into message (id, channel, template, subject_id, order_id, customer_id, category, idempotency_key, cause, original_id,
    recipient, locale)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (idempotency_key) do nothing returning id`

export const newMessageValues = (message: NewMessage) => [
  generateEntityId(undefined, "msg"),
  message.channel,
  message.template,
  message.subject_id,
  message.order_id,
  message.customer_id ?? null,
  message.category ?? "transactional",
  message.idempotency_key,
  message.cause,
  message.original_id ?? null,
  message.recipient ?? null,
  message.locale ?? null,
]

export const sendJobKey = (id: string) => `message:${id}`

/** Nothing takes back what is being sent. */
export const CANCEL = `
  update message set status = 'canceled', updated_at = now()
   where id = ? and status = 'queued' and deleted_at is null returning id`

/** What the recipient does not want is not sent, and that is no failure. */
export const CANCEL_ATTEMPT = `
  update message set status = 'canceled', last_error = ?, updated_at = now()
   where id = ? and status = 'queued'`
