import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  MedusaError,
} from "@medusajs/framework/utils"
import { createTransport, type Transporter } from "nodemailer"
import { mailOf } from "../../utils/mail"
import { parseOptions } from "../../utils/options"
import { type SmtpOptions, smtpOptionsSchema } from "./options"

/** Of the provider: the server, and whom mails come from. */
export type SmtpProviderOptions = SmtpOptions & {
  /** `shop@store.test` or `The Shop <shop@store.test>`. */
  from: string
}

const PORTS = { starttls: 587, implicit: 465, none: 25 }

/**
 * Hands mails to a mail server over SMTP. Its id in the store is `smtp`.
 *
 * A result means that the server has taken the mail, no more. One that is refused, or whose
 * server gives no answer, throws.
 */
export default class SmtpNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "smtp"

  private readonly transport: Transporter
  private readonly from: string

  static override validateOptions({
    from: _from,
    channels: _channels,
    ...server
  }: Record<string, unknown>) {
    parseOptions("messages.smtp", smtpOptionsSchema, server)
  }

  constructor(
    _: Record<string, unknown>,
    { from, ...server }: SmtpProviderOptions
  ) {
    super()
    this.from = from
    this.transport = createTransport(transportOf(server))
  }

  override async send(
    notification: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const mail = mailOf(notification, this.from)
    const { messageId, rejected = [] } = await this.transport.sendMail(mail)
    if (rejected.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The mail server refused ${rejected.length} of the recipients`
      )
    }
    return { id: messageId }
  }
}

function transportOf({
  host,
  port,
  tls,
  user,
  password,
  connections,
  timeoutMs,
}: SmtpOptions) {
  return {
    pool: true as const,
    maxConnections: connections,
    host,
    port: port ?? PORTS[tls],
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "none",
    auth: user && password ? { user, pass: password } : undefined,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // Attachments are bytes: a path or a URL in one would be read by this server.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
