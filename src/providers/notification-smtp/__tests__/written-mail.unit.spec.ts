import { text as readText } from "node:stream/consumers"
import { type ParsedMail, simpleParser } from "mailparser"
import { createTransport } from "nodemailer"
import type { Mail } from "../../../utils/mail"
import { WrittenMail } from "../written-mail"

const MAIL: Mail = {
  messageId: "<msg_1@shop.test>",
  from: "The Shop <orders@shop.test>",
  to: "asha@store.test",
  replyTo: "help@shop.test",
  subject: "We are closed next week",
  text: "Hello Asha,\n\nsee you on the 9th.",
  html: "<p>Hello Asha,</p><p>see you on the 9th.</p>",
  headers: { "List-Unsubscribe": `<https://shop.test/${"a".repeat(200)}>` },
}

const written = (mail: Mail) => {
  const made = new WrittenMail(mail)
  return readText(made.createReadStream())
}

const streamed = async (mail: Mail) => {
  const transport = createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail({
    ...mail,
    date: new Date(),
  })
  return message as Buffer
}

/** What a reader sees of it; boundaries and the second it was made in may differ. */
function seen({ headers, text, html, ...mail }: ParsedMail) {
  const { subject, messageId, from, to, cc, bcc, replyTo } = mail
  const addresses = [from, to, cc, bcc, replyTo].flat()
  return {
    ...{ subject, messageId, names: [...headers.keys()].sort() },
    addresses: addresses.map((each) => each?.value),
    list: headers.get("list"),
    // A mail's text ends with a line break that nobody wrote.
    texts: [text, html || ""].map((part) => part?.trimEnd()),
    attachments: mail.attachments,
  }
}

describe("a mail that is written at once", () => {
  it.each<[string, Partial<Mail>]>([
    ["an ordinary one", {}],
    ["without HTML", { html: undefined }],
    ["with copies", { cc: ["a@a.test", "B <b@b.test>"] }],
    ["in many letters", { subject: "Grüße 🍵", text: "ß 茶 🍵 é".repeat(60) }],
    ["of one long line", { html: `<p>${"a=b ü ".repeat(4000)}</p>` }],
    ["with trailing space", { text: "a \nb\t\n\n  c  \n\n" }],
    // The attacks: text that ends the mail, or begins a part, a header or a line with a dot.
    ["dots", { text: ".\r\n.\r\nQUIT\r\n..a", html: "<p>\r\n.\r\n</p>" }],
    [
      "a part of its own",
      { text: "--=_part\r\nContent-Type: text/html\r\n\r\n<b>\r\n--=_part--" },
    ],
    ["a header in the subject", { subject: "a\r\nBcc: b@b.test\r\n\r\nHi" }],
    ["a header in a name", { to: `"a\r\nBcc: b@b.test" <c@c.test>` }],
    ["two addresses in one", { to: "a@a.test, b@b.test" }],
  ])("is what nodemailer makes of it: %s", async (_, more) => {
    const mail = { ...MAIL, ...more }
    const own = await written(mail)
    expect(seen(await simpleParser(own))).toEqual(
      seen(await simpleParser(await streamed(mail)))
    )
    const [head = "", ...body] = own.split("\r\n\r\n")
    expect(head).toMatch(/^[\x20-\x7e\r\n]+$/)
    for (const line of body.join("\r\n\r\n").split("\r\n")) {
      expect(line).toMatch(/^[\t\x20-\x7e]{0,76}$/)
    }
  })

  it("goes to hidden recipients, too, and does not name them", () => {
    const mail = { ...MAIL, cc: "B <b@b.test>", bcc: ["c@c.test", "b@b.test"] }
    const made = new WrittenMail(mail)
    expect(made.buildHeaders()).not.toContain("c@c.test")
    expect(made.getEnvelope()).toEqual({
      from: "orders@shop.test",
      to: ["asha@store.test", "b@b.test", "c@c.test"],
    })
  })
})
