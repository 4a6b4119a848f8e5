import type { MessageStatus } from "./messages"
import type { MessageCategory } from "./messages-preferences"

/** What an admin writes to a customer or a group, and how far it has come. */
export type AdminMessageNote = {
  id: string
  subject: string
  /** Null once it was forgotten. */
  text: string | null
  category: MessageCategory
  customer_id: string | null
  customer_group_id: string | null
  order_id: string | null
  /** How many customers there were to write to when it was asked for. */
  recipients: number
  /** How many messages there are by now, one per address. */
  messages: number
  /** The same by what became of them. */
  by_status: Record<MessageStatus, number>
  created_by: string
  created_at: string
  /** When the last of its messages was queued. */
  queued_at: string | null
}

export type AdminMessageNoteResponse = { note: AdminMessageNote }

export type AdminMessageNotesResponse = {
  notes: AdminMessageNote[]
  count: number
  limit: number
  offset: number
}

/** The body of `POST /admin/messages`: to a customer or a group, not to both. */
export type AdminWriteMessageBody = {
  /** Made by the client; the same one again writes nothing again. */
  idempotency_key: string
  customer_id?: string
  customer_group_id?: string
  subject: string
  /** Plain text; a blank line begins a paragraph. */
  text: string
  category: MessageCategory
  /** What a transactional message is about. */
  order_id?: string
}
