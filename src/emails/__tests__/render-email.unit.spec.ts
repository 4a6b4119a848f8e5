import orderPlaced from "../order-placed"
import { renderEmail, subjectLine } from "../render-email"
import type { Setting } from "../template"

const SETTING: Setting = {
  brand: { name: "Tea & Co", color: "#1f2937", address: "1 Tea Street" },
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

  // The attack: a name that is a script, in a mail that a mail program renders.
  it("shows what looks like HTML as text", async () => {
    const evil = `<img src=x onerror="alert(1)"><script>alert(1)</script>`
    const data = {
      ...orderPlaced.sample,
      name: evil,
      address: [evil],
      items: orderPlaced.sample.items.map((item) => ({ ...item, title: evil })),
    }
    const { html } = await renderEmail(orderPlaced, data, SETTING)
    expect(html).not.toContain("<script")
    expect(html).not.toContain("<img src=x")
    expect(html).toContain("&lt;script&gt;")
  })

  // The attack: a subject that begins a header of its own.
  it.each([
    ["a\r\nBcc: all@store.test", "a Bcc: all@store.test"],
    ["a\u2028b\u0000c\u202Ed", "a b c d"],
    ["x".repeat(300), `${"x".repeat(199)}…`],
  ])("has a subject of one line: %j", (given, line) => {
    expect(subjectLine(given)).toBe(line)
  })
})
