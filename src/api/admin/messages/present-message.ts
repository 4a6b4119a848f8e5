import type { MessageRow } from "../../../modules/messages/service"
import type { AdminMessage, AdminMessageDetail } from "../../../types/messages"
import type { MailboxMail } from "../../../utils/mailbox-mail"

/** All but what it said, which only the details show. */
export const MESSAGE_FIELDS = [
  ...[
    "id",
    "channel",
    "template",
    "category",
    "status",
    "recipient",
    "subject",
  ],
  ...["locale", "cause", "attempts", "last_error", "original_id"],
  ...["order_id", "customer_id", "mail_id", "created_at", "sent_at"],
  ...["outcome_at", "outcome_reason"],
] as const

export function presentMessage(row: MessageRow): AdminMessage {
  const given = row as unknown as Record<string, unknown>
  const shown = MESSAGE_FIELDS.map((field) => [field, given[field] ?? null])
  return Object.fromEntries(shown) as AdminMessage
}

/** @param whole - what the local mailbox kept of it */
export const presentMessageDetail = (
  row: MessageRow,
  whole?: MailboxMail
): AdminMessageDetail => ({
  ...presentMessage(row),
  html: row.html,
  text: row.text,
  ...whole,
  has_links: whole !== undefined,
})
