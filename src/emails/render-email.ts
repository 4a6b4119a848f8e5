import { render } from "@react-email/render"
import type { Renderer, Setting } from "./template"

export type RenderedEmail = { subject: string; html: string; text: string }

const MAX_SUBJECT = 200

/** One line, without what could begin a header of its own or turn a text around. */
export function subjectLine(subject: string): string {
  const line = subject
    .replace(
      /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu,
      " "
    )
    .replace(/\s+/g, " ")
    .trim()
  return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT - 1)}…` : line
}

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
