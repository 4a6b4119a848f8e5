import note from "../note"
import { renderEmail } from "../render-email"
import { renderFor } from "../render-for"
import type { Setting } from "../template"

const SETTING: Setting = {
  brand: { name: "Tea & Co", color: "#1f2937", backgroundColor: "#ffffff" },
  ...{ locale: "en", storefrontUrl: "https://shop.test" },
}

/** Where the plain text breaks lines is all that may differ. */
const flat = ({ text, ...mail }: { text: string }) => ({
  ...mail,
  text: text.replace(/\s+/g, " "),
})

describe("a mail to one of many", () => {
  // The attack: a name that is markup, or that fills the place of another one's link.
  it.each([
    "Asha Rao",
    "",
    `"><script>alert('1')</script>`,
    "$& $1 $' &amp; {{name}} slot-link",
    "Two\r\nlines",
  ])("is the same as one rendered for its reader alone: %j", async (name) => {
    for (const unsubscribeUrl of [
      "https://a.test/?b=1&c=2#token=x.y",
      undefined,
    ]) {
      const setting = { ...SETTING, unsubscribeUrl }
      const data = { ...note.sample, name }
      // White space is one to HTML; so it is to the comparison.
      const alone = { ...data, name: name.replace(/\s+/g, " ") }
      expect(flat(await renderFor(note, data, setting))).toEqual(
        flat(await renderEmail(note, alone, setting))
      )
    }
  })

  it("may name its reader in the subject", async () => {
    const template = {
      ...note,
      subject: ({ name }: { name: string }) => `News for ${name.toUpperCase()}`,
    }
    const data = { ...note.sample, name: "Asha" }
    expect((await renderFor(template, data, SETTING)).subject).toBe(
      "News for ASHA"
    )
  })

  it("is rendered once for all readers", async () => {
    const body = jest.spyOn(note, "body")
    const data = { ...note.sample, text: "Only in this spec" }
    const names = ["Asha", "Ravi", "Meera"]
    const mails = await Promise.all(
      names.map((name) => renderFor(note, { ...data, name }, SETTING))
    )
    expect(body).toHaveBeenCalledTimes(1)
    expect(mails.map(({ text }) => /Hello (\w+),/.exec(text)?.[1])).toEqual(
      names
    )
    body.mockRestore()
  })
})
