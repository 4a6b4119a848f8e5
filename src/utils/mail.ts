import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** A mail as its senders take it: every part is text, headers are of one line each. */
export type Mail = {
  messageId?: string
  from: string
  to: string
  cc?: string | string[]
  bcc?: string | string[]
  replyTo?: string
  subject: string
  text: string
  html?: string
  headers?: Record<string, string>
  attachments?: MailAttachment[]
}

type MailAttachment = {
  filename: string
  /** As base64. */
  content: string
  encoding: "base64"
  contentType?: string
  /** What HTML calls it by. */
  cid?: string
  contentDisposition: "inline" | "attachment"
}

const line = z.string().regex(/^[^\r\n]*$/, "must be one line")
const addresses = z.union([line, z.array(line)]).optional()

const headersSchema = z.record(z.string().regex(/^[\w-]+$/), line).nullish()

/** What else a mail may have: `provider_data` of a notification. */
const moreSchema = z.looseObject({
  /** With its angle brackets; the same again when a mail is sent once more. */
  message_id: line.optional(),
  cc: addresses,
  bcc: addresses,
  reply_to: line.optional(),
  /** Such as `List-Unsubscribe`. */
  headers: headersSchema,
})

const givenSchema = z.object({
  provider_data: moreSchema,
  /** Medusa does not store it: the place for headers that hold a token. */
  content: z.looseObject({ headers: headersSchema }),
})

/**
 * A notification as a mail: always with a text part, and with nothing in a header that could begin
 * another one.
 * @throws INVALID_DATA that names the field
 */
export function mailOf(
  {
    to,
    from,
    content,
    attachments,
    provider_data,
  }: ProviderSendNotificationDTO,
  sender: string
): Mail {
  const given = givenSchema.safeParse({
    provider_data: provider_data ?? {},
    content: content ?? {},
  })
  if (!given.success) {
    const [issue] = given.error.issues
    throw invalid(`${issue?.path.join(".")}: ${issue?.message}`)
  }
  const { message_id, cc, bcc, reply_to, headers } = given.data.provider_data
  const { subject, html, text } = content ?? {}
  if (!subject || !text) {
    throw invalid("content: must have a subject and a text")
  }
  return {
    messageId: message_id,
    from: oneLine("from", from?.trim() || sender),
    to: oneLine("to", to),
    cc,
    bcc,
    replyTo: reply_to,
    subject: oneLine("content.subject", subject),
    text,
    html: html || undefined,
    headers: { ...headers, ...given.data.content.headers },
    attachments: attachments?.map((file) => ({
      filename: file.filename,
      content: file.content,
      encoding: "base64" as const,
      contentType: file.content_type,
      cid: file.id,
      contentDisposition:
        file.disposition === "inline" ? "inline" : "attachment",
    })),
  }
}

function oneLine(field: string, value: string) {
  if (/[\r\n]/.test(value)) {
    throw invalid(`${field}: must be one line`)
  }
  return value
}

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
