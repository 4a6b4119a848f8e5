import { createRequire } from "node:module"
import { renderToStaticMarkup } from "react-dom/server"
import type { Brand } from "../../modules/messages/options"
import {
  type MailServer,
  startMailServer,
} from "../../../integration-tests/helpers/mail-server"
import SmtpNotificationProvider from "../../providers/notification-smtp/service"
import type { EmailTemplate, Setting } from "../template"
import orderPlaced from "../order-placed"
import { renderEmail, subjectLine } from "../render-email"
import { TEMPLATES } from "../templates"
import { CRLF_VECTORS, VECTORS, XSS_VECTORS } from "./vectors"

type Handlers = {
  onopentag: (name: string, attributes: Record<string, string>) => void
  ontext: (text: string) => void
}

/** The parser that makes the plain text of mails; a browser's rules for HTML, not ours. */
const { Parser } = createRequire(require.resolve("@react-email/render"))(
  "htmlparser2"
) as {
  Parser: new (handlers: Handlers) => { end: (html: string) => void }
}

/** Of the brand, what an admin may write; the rest is no text. */
const BRAND: Brand = {
  name: "The Shop",
  logoUrl: "https://shop.test/logo.png",
  color: "#1f2937",
  backgroundColor: "#f3f4f6",
  address: "1 Tea Street",
  footer: "Since 1999",
}

/** Amounts and currencies come from the store's books; all else somebody has typed. */
const IS_COUNTED = /total|amount|currency|^id$/

const IS_ADDRESS = /^(?:url|link)$/

/** The same data with every text replaced by what `type` gives. */
function filled(data: unknown, type: () => string, field = ""): unknown {
  if (typeof data === "string") {
    const isLink = IS_ADDRESS.test(field)
    return IS_COUNTED.test(field)
      ? data
      : `${isLink ? "https://shop.test/#" : ""}${type()}`
  }
  if (Array.isArray(data)) {
    return data.map((entry) => filled(entry, type, field))
  }
  return data && typeof data === "object"
    ? Object.fromEntries(
        Object.entries(data).map(([name, entry]) => [
          name,
          filled(entry, type, name),
        ])
      )
    : data
}

const settingWith = (type: () => string): Setting => ({
  brand: { ...BRAND, name: type(), address: type(), footer: type() },
  ...{ locale: "en", storefrontUrl: "https://shop.test" },
})

const mailWith = (template: EmailTemplate<unknown>, type: () => string) =>
  renderEmail(template, filled(template.sample, type), settingWith(type))

/** Between marks of the field's own: whatever it does to its surroundings, or they to it, shows. */
const marked = (field: number, text: string) => `⟦${field}⟧ ${text} ⟦/${field}⟧`

/** A mail with the same text typed into every field of its data and of the brand. */
function mailFullOf(template: EmailTemplate<unknown>, text: string) {
  let fields = 0
  const type = () => marked(fields++, text)
  const data = filled(template.sample, type)
  const setting = settingWith(type)
  return {
    // By React alone, which escapes the same: streaming it, and making its plain text, costs more than all else here.
    seen: parsed(renderToStaticMarkup(template.body(data, setting))),
    subject: subjectLine(template.subject(data, setting)),
    fields: Array.from({ length: fields }, (_, field) => field),
  }
}

type Seen = { elements: string[]; links: string[]; text: string }

/** What a reader's mail program sees. */
function parsed(html: string): Seen {
  const seen: Seen = { elements: [], links: [], text: "" }
  const parser = new Parser({
    onopentag(name, { href, src, alt: _, ...attributes }) {
      seen.elements.push(`${name} ${JSON.stringify(attributes)}`)
      seen.links.push(...[href, src].filter((link) => link !== undefined))
    },
    ontext(text) {
      seen.text += text
    },
  })
  parser.end(withoutFiller(html))
  return seen
}

/** What fills the line that a mailbox shows up to its end is as long as that text is short. */
const withoutFiller = (html: string) =>
  html.replace(/<div>[\s\u00A0\u200B-\u200F\u034F\uFEFF]*<\/div>/g, "")

/** The admin's own words may be several lines and paragraphs, all of them alike, and have links. */
const shapeOf = (template: string, { elements }: Seen) =>
  template === "note"
    ? [...new Set(elements)].filter((element) => !/^(?:br|a) /.test(element))
    : elements

const isControl = (text: string) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)

/** Lines may be parted anew; what is no blank must stay. */
const withoutBlanks = (text: string) => text.replace(/[\s\u0085]+/g, "")

/** In which fields what was typed can be read as it was typed. */
function shownFields({ text }: Seen, fields: number[], typed: string) {
  const said = withoutBlanks(text)
  return fields.filter((field) =>
    said.includes(withoutBlanks(marked(field, typed)))
  )
}

/** The shop's own; and an admin's words may lead where they say, on the web. */
const wrongLinks = (template: string, { links }: Seen, typed: string) =>
  links.filter(
    (link) =>
      new URL(link).origin !== "https://shop.test" &&
      !(template === "note" && /^https?:/.test(link) && typed.includes(link))
  )

describe(`${VECTORS.length} attacks on a mail`, () => {
  it("are 200 at least, and all different", () => {
    expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(200)
  })

  it.each(Object.entries(TEMPLATES))(
    "each in every field, are read as they were typed, and add no element, attribute or address to it: %s",
    async (name, template) => {
      const harmless = mailFullOf(template, "Asha")
      let fields = 0
      const { html } = await mailWith(template, () => marked(fields++, "Asha"))
      expect(parsed(html)).toEqual(harmless.seen)
      const shown = shownFields(harmless.seen, harmless.fields, "Asha")
      expect(shown.length).toBeGreaterThan(2)
      for (const vector of VECTORS) {
        const { seen, subject } = mailFullOf(template, vector)
        expect([vector, shapeOf(name, seen)]).toEqual([
          ...[vector, shapeOf(name, harmless.seen)],
        ])
        expect([vector, wrongLinks(name, seen, vector)]).toEqual([vector, []])
        expect([vector, shownFields(seen, shown, vector)]).toEqual([
          ...[vector, shown],
        ])
        expect(isControl(subject)).toBe(false)
      }
    }
  )

  it.each(XSS_VECTORS.slice(0, 5))(
    "are the same in its plain text: %s",
    async (vector) => {
      const { text } = await mailWith(orderPlaced, () => vector)
      expect(text).toContain(vector)
    }
  )
})

describe("an address that is none of the web", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//evil.test",
  ])("is no link in any mail: %s", async (address) => {
    for (const template of Object.values(TEMPLATES)) {
      const sample = JSON.stringify(template.sample).replaceAll(
        /"(url|link)":"[^"]*"/g,
        `"$1":${JSON.stringify(address)}`
      )
      const setting = {
        ...{ brand: BRAND, locale: "en", storefrontUrl: "https://shop.test" },
      }
      const mail = await renderEmail(template, JSON.parse(sample), setting)
      expect(parsed(mail.html).links).not.toContain(address)
    }
  })
})

describe("a mail server", () => {
  let mails: MailServer

  beforeAll(async () => {
    mails = await startMailServer()
  })
  afterAll(() => mails.stop())

  // The attack: a name that begins a header, a second recipient, or a body of its own.
  it("sees no header and no recipient that somebody has typed", async () => {
    const provider = new SmtpNotificationProvider(
      {},
      {
        ...{ from: "The Shop <orders@shop.test>", host: "127.0.0.1" },
        ...{ port: mails.port, tls: "none", connections: 5, timeoutMs: 5000 },
      }
    )
    await Promise.all(
      CRLF_VECTORS.map(async (vector) =>
        provider.send({
          ...{ to: "asha@store.test", channel: "email", template: "new-order" },
          content: await mailWith(orderPlaced, () => vector),
        })
      )
    )
    const sent = mails.mails
    expect(sent).toHaveLength(CRLF_VECTORS.length)
    for (const mail of sent) {
      expect(mail.recipients).toEqual(["asha@store.test"])
      expect([...mail.headers.keys()].sort()).toEqual([
        ...["content-type", "date", "from", "message-id", "mime-version"],
        ...["subject", "to"],
      ])
      expect(mail.headers.get("content-type")).toMatchObject({
        value: "multipart/alternative",
      })
    }
  })
})
