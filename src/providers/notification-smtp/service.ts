import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  MedusaError,
} from "@medusajs/framework/utils"
import { createTransport } from "nodemailer"
import type { MailMessage } from "nodemailer/lib/mailer"
import type { SMTPPoolSentMessageInfo as Taken } from "nodemailer/lib/smtp-pool"
import { type Mail, mailOf } from "../../utils/mail"
import { parseOptions } from "../../utils/options"
import { refusedForGood } from "../../utils/refused-for-good"
import { type SmtpOptions, smtpOptionsSchema } from "./options"
import { WrittenMail } from "./written-mail"

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

  private readonly transport: ReturnType<typeof createPool>
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
    this.transport = createPool(server)
  }

  override async send(
    notification: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const mail = mailOf(notification, this.from)
    const sending = mail.attachments?.length
      ? this.transport.sendMail(mail)
      : this.sendWritten(mail)
    const { messageId, rejected = [] } = await sending.catch(throwRefusal)
    if (rejected.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The mail server refused ${rejected.length} of the recipients`
      )
    }
    return { id: messageId }
  }

  /** Over the same connections. */
  private sendWritten(mail: Mail): Promise<Taken> {
    const message = new WrittenMail(mail)
    const handed = { message, data: {} } as unknown as MailMessage<Taken>
    return new Promise((resolve, reject) => {
      this.transport.transporter.send(handed, (error, info) =>
        info ? resolve(info) : reject(error ?? new Error("No answer"))
      )
    })
  }
}

type SmtpError = { command?: string; response?: string }

/** Of all a server may say, 5.1.x alone is about the address itself, and for good. */
function throwRefusal(error: unknown): never {
  const { command, response = "" } = error as SmtpError
  throw command === "RCPT TO" && /^55\d[ -]5\.1\.\d\b/.test(response)
    ? refusedForGood(`The mail server answered ${response}`, "bounce")
    : error
}

function createPool({
  host,
  port,
  tls,
  user,
  password,
  connections,
  timeoutMs,
}: SmtpOptions) {
  return createTransport({
    pool: true,
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
  })
}
