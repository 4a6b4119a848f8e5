import { seal, unseal } from "./seal"

/** What a mail said, its links included. */
export type MailboxMail = { html: string | null; text: string }

/** Of one message and no other: a row's text put beside another id opens nothing. */
const purposeOf = (messageId: string) => `mailbox-mail\n${messageId}`

/** A mail as the local mailbox keeps it. */
export const sealMail = (
  messageId: string,
  { html, text }: MailboxMail,
  secret: string
): string => seal(JSON.stringify({ html, text }), purposeOf(messageId), secret)

/** @returns the mail, or nothing when it was sealed with another secret or for another message */
export function openMail(
  messageId: string,
  sealed: string,
  secret: string
): MailboxMail | undefined {
  try {
    return JSON.parse(
      unseal(sealed, purposeOf(messageId), secret)
    ) as MailboxMail
  } catch {
    return undefined
  }
}
