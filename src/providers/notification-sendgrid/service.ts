import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { mailOf } from "../../utils/mail"
import { parseOptions } from "../../utils/options"
import { oneLine } from "../../utils/redact"
import { refusedForGood } from "../../utils/refused-for-good"
import { callVendor, type VendorAnswer } from "../../utils/vendor-call"
import { mailSendBody } from "./mail-send"
import { type SendgridOptions, sendgridOptionsSchema } from "./options"

const TAKEN = 202
/** In the sandbox: nothing was taken. */
const LOOKED_AT = 200

/** Of the provider: the account, and whom mails come from. */
export type SendgridProviderOptions = SendgridOptions & { from: string }

/**
 * Hands mails to SendGrid. Its id in the store is `sendgrid`.
 *
 * Medusa's own provider (@medusajs/notification-sendgrid) sends no text part, no headers, no address
 * for answers and no argument by which events find their message, tracks links with tokens in them,
 * and waits for an answer without end; so this one makes the one call itself.
 *
 * A result means that SendGrid has taken the mail, no more: what became of it, its events tell.
 */
export default class SendgridNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "sendgrid"

  private readonly options: SendgridProviderOptions

  static override validateOptions({
    from: _from,
    channels: _channels,
    ...account
  }: Record<string, unknown>) {
    parseOptions("messages.sendgrid", sendgridOptionsSchema, account)
  }

  constructor(_: Record<string, unknown>, options: SendgridProviderOptions) {
    super()
    this.options = options
  }

  override async send(
    notification: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { from, apiKey, host, timeoutMs, sandbox } = this.options
    const { tracking_id } = notification.provider_data ?? {}
    const answer = await callVendor({
      vendor: "SendGrid",
      url: `${host}/v3/mail/send`,
      headers: {
        authorization: `Bearer ${apiKey}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(
        mailSendBody(
          mailOf(notification, from),
          typeof tracking_id === "string" ? tracking_id : undefined,
          sandbox
        )
      ),
      timeoutMs,
    })
    if (answer.status !== (sandbox ? LOOKED_AT : TAKEN)) {
      throw refusal(answer)
    }
    const id = answer.headers.get("x-message-id")
    return id ? { id } : {}
  }
}

type Complaint = { message?: unknown; field?: unknown }

/** What is wrong with a recipient stays wrong; a key, a sender or a quota can be mended while the queue tries again. */
function refusal({ status, body }: VendorAnswer): Error {
  const complaints = Array.isArray(body.errors)
    ? (body.errors as Complaint[])
    : []
  const said = complaints.map(({ message }) => String(message)).join("; ")
  const line = oneLine(`SendGrid answered ${status}: ${said || "no reason"}`)
  const isAboutRecipient = complaints.some(({ field }) =>
    String(field).startsWith("personalizations.0.to")
  )
  return status === 413 || (status === 400 && isAboutRecipient)
    ? refusedForGood(line)
    : new Error(line)
}
