import type { Mail } from "../../utils/mail"

/** An argument of a mail that SendGrid repeats in each event about it. */
export const MESSAGE_ARGUMENT = "suite_message_id"

const NAMED = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/

function personOf(address: string) {
  const [, name, email = address] = NAMED.exec(address) ?? []
  return { email: email.trim(), ...(name && { name }) }
}

const people = (addresses: string | string[] | undefined) =>
  [addresses ?? []].flat().map(personOf)

/** Where there are none, SendGrid wants no list at all. */
const listed = <Entry>(name: string, entries: Entry[]) =>
  entries.length > 0 ? { [name]: entries } : {}

/**
 * A mail as SendGrid's `POST /v3/mail/send` takes it. Nothing in it is tracked: a link that opens a
 * door would travel through SendGrid's servers, and their logs.
 *
 * @param messageId - of the suite's log; events about the mail name it
 * @param isSandbox - it is looked at, and not sent
 */
export function mailSendBody(
  mail: Mail,
  messageId: string | undefined,
  isSandbox = false
) {
  const { messageId: header, headers, html, replyTo, attachments = [] } = mail
  return {
    personalizations: [
      {
        to: people(mail.to),
        ...listed("cc", people(mail.cc)),
        ...listed("bcc", people(mail.bcc)),
        ...(messageId && { custom_args: { [MESSAGE_ARGUMENT]: messageId } }),
      },
    ],
    from: personOf(mail.from),
    ...(replyTo && { reply_to: personOf(replyTo) }),
    subject: mail.subject,
    content: [
      { type: "text/plain", value: mail.text },
      ...(html ? [{ type: "text/html", value: html }] : []),
    ],
    headers: { ...headers, ...(header && { "Message-ID": header }) },
    ...listed("attachments", attachments.map(attachmentOf)),
    ...(isSandbox && { mail_settings: { sandbox_mode: { enable: true } } }),
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
    },
  }
}

const attachmentOf = (file: NonNullable<Mail["attachments"]>[number]) => ({
  content: file.content,
  filename: file.filename,
  ...(file.contentType && { type: file.contentType }),
  ...(file.cid && { content_id: file.cid }),
  disposition: file.contentDisposition,
})
