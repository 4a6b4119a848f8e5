import { render } from "@react-email/render"
import type { Renderer, Setting } from "./template"

export type RenderedEmail = { subject: string; html: string; text: string }

const MAX_SUBJECT = 200

/** What Twilio takes at most, in some ten parts. */
const MAX_SMS = 1600

/** One line, without what could begin a header of its own or turn a text around. */
export const subjectLine = (subject: string) => plainLine(subject, MAX_SUBJECT)

/** A template with its data as the text of an SMS. */
export const renderSms = <Data>(
  sms: NonNullable<Renderer<Data>["sms"]>,
  data: Data,
  setting: Setting
): string => plainLine(sms(data, setting), MAX_SMS)

function plainLine(text: string, max: number): string {
  const line = text
    .replace(
      /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu,
      " "
    )
    .replace(/\s+/g, " ")
    .trim()
  return line.length > max ? `${cut(line, max - 1)}…` : line
}

/** Half of a character is none that a database takes. */
const cut = (line: string, max: number) =>
  line.slice(0, max).replace(/[\uD800-\uDBFF]$/, "")

/** A template with its data as a mail: subject, HTML, and the same as plain text. */
export async function renderEmail<Data>(
  template: Renderer<Data>,
  data: Data,
  setting: Setting
): Promise<RenderedEmail> {
  const element = template.body(data, setting)
  return {
    subject: subjectLine(template.subject(data, setting)),
    html: await render(element),
    text: await render(element, {
      plainText: true,
      htmlToTextOptions: { wordwrap: 100 },
    }),
  }
}
