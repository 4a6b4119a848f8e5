import { createRequire } from "node:module"
import type { Brand } from "../../modules/messages/options"
import {
  type MailServer,
  startMailServer,
} from "../../../integration-tests/helpers/mail-server"
import SmtpNotificationProvider from "../../providers/notification-smtp/service"
import type { EmailTemplate } from "../template"
import orderPlaced from "../order-placed"
import { renderEmail } from "../render-email"
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

const mailWith = (template: EmailTemplate<unknown>, type: () => string) =>
  renderEmail(template, filled(template.sample, type), {
    brand: { ...BRAND, name: type(), address: type(), footer: type() },
    ...{ locale: "en", storefrontUrl: "https://shop.test" },
  })

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

/** The admin's own words may be several lines and paragraphs, all of them alike. */
const shapeOf = (template: string, { elements }: Seen) =>
  template === "note"
    ? [...new Set(elements)].filter((element) => element !== "br {}")
    : elements

const isControl = (text: string) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)

describe(`${VECTORS.length} attacks on a mail`, () => {
  it("are 200 at least, and all different", () => {
    expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(200)
  })

  it.each(Object.entries(TEMPLATES))(
    "add no element, no attribute and no address to it: %s",
    async (name, template) => {
      const harmless = shapeOf(
        name,
        parsed((await mailWith(template, () => "Asha")).html)
      )
      const left = [...VECTORS]
      while (left.length > 0) {
        const typed: string[] = []
        const { html, subject } = await mailWith(template, () => {
          typed.push(left.pop() ?? "Asha")
          return typed.at(-1) ?? ""
        })
        const seen = parsed(html)
        expect([typed, shapeOf(name, seen)]).toEqual([typed, harmless])
        for (const link of seen.links) {
          expect(new URL(link).protocol).toMatch(/^https?:$/)
        }
        expect(isControl(subject)).toBe(false)
      }
    }
  )

  it.each(XSS_VECTORS.slice(0, 5))(
    "are read as they were typed: %s",
    async (vector) => {
      const { html, text } = await mailWith(orderPlaced, () => vector)
      expect(parsed(html).text).toContain(vector)
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
    for (const vector of CRLF_VECTORS) {
      await provider.send({
        ...{ to: "asha@store.test", channel: "email", template: "new-order" },
        content: await mailWith(orderPlaced, () => vector),
      })
    }
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
