import orderPlaced from "../order-placed"
import { renderEmail, subjectLine } from "../render-email"
import type { Setting } from "../template"
import { TEMPLATES } from "../templates"

const SETTING: Setting = {
  brand: { name: "Tea & Co", color: "#1f2937", address: "1 Tea Street" },
  locale: "en",
  storefrontUrl: "https://shop.test",
}

/** The same data with every text of people and goods replaced; amounts, currencies and addresses of pages stay. */
function poisoned(value: unknown, evil: string, key = ""): unknown {
  if (typeof value === "string") {
    return /total|amount|currency|quantity|url|link|^id$/.test(key)
      ? value
      : evil
  }
  if (Array.isArray(value)) {
    return value.map((entry) => poisoned(entry, evil, key))
  }
  return value && typeof value === "object"
    ? Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [
          name,
          poisoned(entry, evil, name),
        ])
      )
    : value
}

describe("a mail", () => {
  it("says the same in HTML and as plain text", async () => {
    const mail = await renderEmail(orderPlaced, orderPlaced.sample, SETTING)
    expect(mail.subject).toBe("Your order #1042 at Tea & Co")
    for (const said of [
      "Asha Rao",
      "Cotton T-shirt",
      "₹1,657.00",
      "1 Tea Street",
    ]) {
      expect(mail.html.replace(/<!-- -->/g, "")).toContain(said)
      expect(mail.text).toContain(said)
    }
    expect(mail.text).not.toMatch(/<[a-z]/i)
  })

  it("speaks the language of its reader, and English to all others", async () => {
    const subjectIn = async (locale: string) =>
      (
        await renderEmail(orderPlaced, orderPlaced.sample, {
          ...SETTING,
          locale,
        })
      ).subject
    expect(await subjectIn("de-AT")).toBe("Ihre Bestellung #1042 bei Tea & Co")
    expect(await subjectIn("sw")).toBe("Your order #1042 at Tea & Co")
  })

  // The attack: a name that is a script, in a mail that a mail program renders.
  it.each(Object.entries(TEMPLATES))(
    "shows what looks like HTML as text: %s",
    async (_, template) => {
      const evil = `"><img src=x onerror=alert(1)><script>alert(1)</script>`
      const data = poisoned(template.sample, evil)
      const { html, subject } = await renderEmail(template, data, SETTING)
      expect(html).not.toMatch(/<script|<img src=x/)
      expect(html).toContain("&lt;script&gt;")
      expect(subject).not.toMatch(/[\r\n]/)
    }
  )

  const inTheSuitesWords = Object.entries(TEMPLATES).filter(
    ([name]) => name !== "note"
  )

  it.each(inTheSuitesWords)(
    "says in German what it says in English: %s",
    async (_, template) => {
      const [english, german] = await Promise.all(
        ["en", "de"].map((locale) =>
          renderEmail(template, template.sample, { ...SETTING, locale })
        )
      )
      expect(german?.subject).not.toBe(english?.subject)
      for (const mail of [english, german]) {
        expect(mail?.text).toContain("Asha Rao")
      }
    }
  )

  it.each(Object.entries(TEMPLATES))(
    "has a link to have no more of its kind where there is one, and none else: %s",
    async (_, template) => {
      const unsubscribeUrl = "https://shop.test/unsubscribe#token=a.b"
      const [without, mail] = await Promise.all(
        [SETTING, { ...SETTING, unsubscribeUrl }].map((setting) =>
          renderEmail(template, template.sample, setting)
        )
      )
      expect(without?.html).not.toContain("Unsubscribe")
      expect(mail?.html).toContain(`href="${unsubscribeUrl}"`)
      expect(mail?.text).toContain(unsubscribeUrl)
    }
  )

  // The attack: a subject that begins a header of its own.
  it.each([
    ["a\r\nBcc: all@store.test", "a Bcc: all@store.test"],
    ["a\u2028b\u0000c\u202Ed", "a b c d"],
    ["x".repeat(300), `${"x".repeat(199)}…`],
  ])("has a subject of one line: %j", (given, line) => {
    expect(subjectLine(given)).toBe(line)
  })
})
