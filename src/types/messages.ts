import type { MessageCategory } from "./messages-preferences"

/** HTTP shapes of the message log, shared by routes and admin. */

export const MESSAGE_STATUSES = [
  /** Waits for its turn, or for its next attempt. */
  "queued",
  /** The mail server, or the vendor, has taken it. */
  "sent",
  /** The vendor says that the recipient's side has taken it. */
  "delivered",
  /** The vendor says that it will not arrive. */
  "bounced",
  /** The recipient called it spam. */
  "complained",
  /** Given up, or there was nobody to send it to. */
  "failed",
  /** Taken back by an admin before it was sent, or not wanted by its recipient. */
  "canceled",
] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export const MESSAGE_CHANNELS = ["email", "sms"] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

/** Templates that have a short text too. */
export const SMS_TEMPLATES = [
  "order-placed",
  "order-shipped",
  "order-delivered",
] as const

export const SUPPRESSION_REASONS = [
  /** The vendor says that the address is none. */
  "bounce",
  /** Its owner called a message spam. */
  "complaint",
  /** Its owner told the vendor to stop. */
  "unsubscribe",
  /** An admin wished it. */
  "manual",
] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

export const MESSAGE_TEMPLATES = [
  "account-deleted",
  "account-exists",
  "admin-password-reset",
  "downloads-ready",
  "email-change",
  "email-change-notice",
  "email-changed",
  "email-verification",
  "file-updated",
  "invite",
  "licence-keys-low",
  "new-device",
  "new-order",
  "note",
  "order-canceled",
  "order-delivered",
  "order-placed",
  "order-refunded",
  "order-shipped",
  "password-changed",
  "password-reset",
  "payment-failed",
  "payment-received",
  "return-received",
  "two-factor-code",
  "two-factor-reset",
  "welcome",
] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

export type AdminMessage = {
  id: string
  channel: MessageChannel
  template: MessageTemplate
  /** Any but `transactional` is the recipient's choice. */
  category: MessageCategory
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
  /** When the vendor told what became of it. */
  outcome_at: string | null
  /** Why it did not arrive, in the vendor's words. */
  outcome_reason: string | null
}

export type AdminMessageDetail = AdminMessage & {
  /** As it was sent, tokens masked unless `has_links`; null before the first attempt. */
  html: string | null
  text: string | null
  /** Whether its links work: it stayed in the local mailbox, and that may be opened. */
  has_links: boolean
}

export type AdminMessagesResponse = {
  messages: AdminMessage[]
  count: number
  limit: number
  offset: number
}

export type AdminMessageResponse = { message: AdminMessageDetail }

/** An address that nothing is sent to. */
export type AdminMessageSuppression = {
  id: string
  channel: MessageChannel
  address: string
  reason: SuppressionReason
  /** The message whose fate it follows from. */
  message_id: string | null
  /** The admin who wished it. */
  created_by: string | null
  created_at: string
}

export type AdminMessageSuppressionsResponse = {
  suppressions: AdminMessageSuppression[]
  count: number
  limit: number
  offset: number
}

export type AdminMessageSuppressionResponse = {
  suppression: AdminMessageSuppression
}

/** A message as the customer sees it to whom it was sent. */
export type StoreMessage = {
  id: string
  channel: MessageChannel
  template: MessageTemplate
  order_id: string | null
  recipient: string
  /** Of mails; an SMS has none. */
  subject: string | null
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

/** How messages look; null is as the options say. */
export type AdminMessageBrand = {
  name: string | null
  /** An https address. */
  logo_url: string | null
  /** Of buttons and links, as #rrggbb. */
  color: string | null
  /** Around the mail's paper, as #rrggbb. */
  background_color: string | null
  address: string | null
  footer: string | null
}

export type AdminMessageBrandResponse = {
  brand: AdminMessageBrand
  /** Of the options. */
  defaults: AdminMessageBrand
}

/** A template with sample data. */
export type AdminMessagePreviewResponse = {
  preview: { subject: string; html: string; text: string; locale: string }
  /** The languages that the suite's templates speak. */
  languages: string[]
}
