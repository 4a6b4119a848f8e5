import orderPlaced from "../order-placed"
import { renderEmail, subjectLine } from "../render-email"
import type { Setting } from "../template"
import { TEMPLATES } from "../templates"

const SETTING: Setting = {
  brand: {
    ...{ name: "Tea & Co", address: "1 Tea Street" },
    ...{ color: "#1f2937", backgroundColor: "#f3f4f6" },
  },
  locale: "en",
  storefrontUrl: "https://shop.test",
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

  it("promises no parcel to who bought files alone", async () => {
    const files = {
      ...{ ...orderPlaced.sample, is_shipped: false, address: [] },
      ...{ shipping_total: "0", is_cash_on_delivery: false },
    }
    const { text } = await renderEmail(orderPlaced, files, SETTING)
    expect(text).toContain("we have received your order #1042.")
    expect(text).toContain("To the downloads")
    expect(text).not.toMatch(/on its way|Shipping|Delivery to/)
    const parcel = await renderEmail(orderPlaced, orderPlaced.sample, SETTING)
    expect(parcel.text).toMatch(/on its way[^]*Shipping[^]*Delivery to/)
  })

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
      const { name } = template.sample as { name?: string }
      for (const mail of [english, german]) {
        expect(mail?.text).toContain(name ?? "Tea & Co")
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
    [`${"x".repeat(198)}👍👍`, `${"x".repeat(198)}…`],
  ])("has a subject of one line: %j", (given, line) => {
    expect(subjectLine(given)).toBe(line)
  })
})
