import { randomBytes } from "node:crypto"
import type { VendorAnswer, VendorRequest } from "../common/message-server"

type Person = { email: string; name?: string }

/** A mail as `POST /v3/mail/send` took it. */
export type TakenMail = {
  /** Answered as `X-Message-Id`. */
  id: string
  personalizations: {
    to: Person[]
    cc?: Person[]
    bcc?: Person[]
    custom_args?: Record<string, string>
  }[]
  from: Person
  reply_to?: Person
  subject: string
  content: { type: string; value: string }[]
  headers?: Record<string, string>
  tracking_settings?: Record<string, { enable: boolean }>
  mail_settings?: { sandbox_mode?: { enable?: unknown } }
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/

const RESERVED = new Set(
  "x-sg-id x-sg-eid received dkim-signature content-type content-transfer-encoding to from subject reply-to cc bcc".split(
    " "
  )
)

type Complaint = { message: string; field: string | null; help: null }

const complaint = (
  message: string,
  field: string | null = null
): Complaint => ({
  ...{ message, field },
  help: null,
})

/** SendGrid's API as far as one mail goes. */
export class MailApi {
  readonly mails: TakenMail[] = []

  constructor(private readonly apiKey: string) {}

  answer({ method, path, authorization, body }: VendorRequest): VendorAnswer {
    if (authorization !== `Bearer ${this.apiKey}`) {
      const message =
        "The provided authorization grant is invalid, expired, or revoked"
      return { status: 401, body: { errors: [complaint(message)] } }
    }
    if (method !== "POST" || path !== "/v3/mail/send") {
      return { status: 404, body: { errors: [complaint("Not found")] } }
    }
    const mail = JSON.parse(body) as TakenMail
    const errors = complaintsAbout(mail)
    if (errors.length > 0) {
      return { status: 400, body: { errors } }
    }
    if (mail.mail_settings?.sandbox_mode?.enable) {
      return { status: 200 }
    }
    const id = randomBytes(16).toString("base64url")
    this.mails.push({ ...mail, id })
    return { status: 202, headers: { "x-message-id": id } }
  }
}

function complaintsAbout(mail: TakenMail): Complaint[] {
  const [first] = mail.personalizations ?? []
  const to = first?.to ?? []
  const wrong = to.findIndex(({ email }) => !EMAIL.test(email))
  const header = Object.keys(mail.headers ?? {}).find((name) =>
    RESERVED.has(name.toLowerCase())
  )
  const sandbox = mail.mail_settings?.sandbox_mode
  const types = (mail.content ?? []).map(({ type }) => type)
  return [
    to.length === 0 &&
      complaint("The to array is required", "personalizations.0.to"),
    wrong >= 0 &&
      complaint(
        "Does not contain a valid address.",
        `personalizations.0.to.${wrong}.email`
      ),
    !EMAIL.test(mail.from?.email ?? "") &&
      complaint(
        "The from email does not contain a valid address.",
        "from.email"
      ),
    !mail.subject && complaint("The subject is required", "subject"),
    types.length === 0 && complaint("The content is required", "content"),
    types.indexOf("text/plain") > 0 &&
      complaint("text/plain must be first", "content.0.type"),
    sandbox &&
      typeof sandbox.enable !== "boolean" &&
      complaint("The sandbox mode enable param should be a boolean value."),
    header && complaint("It is a reserved header", `headers.${header}`),
  ].filter((found) => typeof found === "object")
}
