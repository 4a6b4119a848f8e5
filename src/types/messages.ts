/** HTTP shapes of the message log, shared by routes and admin. */

export const MESSAGE_STATUSES = [
  /** Waits for its turn, or for its next attempt. */
  "queued",
  /** The mail server has taken it. */
  "sent",
  /** Given up, or there was nobody to send it to. */
  "failed",
  /** Taken back by an admin before it was sent. */
  "canceled",
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export const MESSAGE_CHANNELS = ["email"] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

export const MESSAGE_TEMPLATES = [
  "downloads-ready",
  "email-verification",
  "file-updated",
  "order-canceled",
  "order-delivered",
  "order-placed",
  "order-refunded",
  "order-shipped",
  "password-reset",
  "welcome",
] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

export type AdminMessage = {
  id: string
  channel: MessageChannel
  template: MessageTemplate
  status: MessageStatus
  /** Null until it was rendered for the first time. */
  recipient: string | null
  subject: string | null
  locale: string | null
  /** The fact that it follows from, such as `order.placed`, or `resend`. */
  cause: string
  attempts: number
  /** Why the last attempt failed. */
  last_error: string | null
  /** The message that this one was sent again for. */
  original_id: string | null
  order_id: string | null
  customer_id: string | null
  /** The Message-ID of the mail. */
  mail_id: string | null
  created_at: string
  sent_at: string | null
}

export type AdminMessageDetail = AdminMessage & {
  /** As it was sent, tokens masked; null before the first attempt. */
  html: string | null
  text: string | null
}

export type AdminMessagesResponse = {
  messages: AdminMessage[]
  count: number
  limit: number
  offset: number
}

export type AdminMessageResponse = { message: AdminMessageDetail }

/** A message as the customer sees it to whom it was sent. */
export type StoreMessage = {
  id: string
  channel: MessageChannel
  template: MessageTemplate
  order_id: string | null
  recipient: string
  subject: string
  /** As plain text, tokens masked. */
  text: string
  sent_at: string
}

export type StoreMessagesResponse = {
  messages: StoreMessage[]
  count: number
  limit: number
  offset: number
}
