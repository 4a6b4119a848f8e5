import { Readable } from "node:stream"
import MimeNode from "nodemailer/lib/mime-node"
import { encode } from "nodemailer/lib/qp"
import type { Mail } from "../../utils/mail"

/**
 * No text can hold it: in quoted-printable, `=` stands only before two hexadecimal digits and at the end of a line
 * (RFC 2045, 6.7).
 */
const BOUNDARY = "=_part"

/** 76 characters, the `=` at the end of a broken line included. */
const LINE = 75

const TYPE = "Content-Type"
const ENCODING = "Content-Transfer-Encoding"
const QP = "quoted-printable"

type Texts = Pick<Mail, "text" | "html">

/**
 * A mail as its bytes, made at once. nodemailer streams each part through an encoder of its own, and what comes out
 * goes over the wire piece by piece, which takes three times as long. Addresses and headers are nodemailer's work here, too.
 * Attachments are not for it.
 */
export class WrittenMail extends MimeNode {
  readonly #bytes: Buffer
  #written: ReturnType<MimeNode["getEnvelope"]> | undefined

  constructor({ text, html, ...mail }: Mail) {
    super(
      html
        ? `multipart/alternative; boundary="${BOUNDARY}"`
        : "text/plain; charset=utf-8",
      // Given one, it makes none up.
      { baseBoundary: BOUNDARY }
    )
    this.addHeader(mail.headers ?? {})
    const { messageId, from, to, cc, bcc, replyTo, subject } = mail
    const named = { from, to, cc, bcc, "reply-to": replyTo, subject }
    const own = { ...named, "message-id": messageId }
    for (const [name, value] of Object.entries(own)) {
      if (value) this.setHeader(name, value)
    }
    if (!html) this.setHeader(ENCODING, QP)
    this.messageId()
    this.#bytes = Buffer.from(
      `${this.buildHeaders()}\r\n\r\n${bodyOf({ text, html })}\r\n`
    )
  }

  /** Asked for several times; reading addresses takes a while. */
  override getEnvelope() {
    return (this.#written ??= super.getEnvelope())
  }

  override createReadStream() {
    const stream = new Readable({ read: () => undefined })
    stream.push(this.#bytes)
    stream.push(null)
    return stream
  }
}

const bodyOf = ({ text, html }: Texts) =>
  html
    ? `${partOf("plain", text)}${partOf("html", html)}--${BOUNDARY}--`
    : quoted(text)

const partOf = (type: string, content: string) =>
  `--${BOUNDARY}\r\n${TYPE}: text/${type}; charset=utf-8\r\n${ENCODING}: ${QP}\r\n\r\n${quoted(content)}\r\n`

/** Quoted-printable, with soft line breaks, none of them within the code of a character. */
function quoted(text: string): string {
  const lines: string[] = []
  for (const line of encode(text).split(/\r?\n/)) {
    let from = 0
    while (line.length - from > LINE + 1) {
      const to = from + LINE
      const cut = [to - 2, to - 1].find((at) => line[at] === "=") ?? to
      lines.push(`${line.slice(from, cut)}=`)
      from = cut
    }
    lines.push(line.slice(from))
  }
  return lines.join("\r\n")
}
