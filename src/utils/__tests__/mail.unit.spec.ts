import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { mailOf } from "../mail"

const NOTIFICATION: ProviderSendNotificationDTO = {
  to: "asha@store.test",
  channel: "email",
  template: "order-placed",
  content: { subject: "Your order", html: "<p>Hello</p>", text: "Hello" },
}
const mail = (more: Partial<ProviderSendNotificationDTO> = {}) =>
  mailOf({ ...NOTIFICATION, ...more }, "The Shop <shop@store.test>")

describe("a notification as a mail", () => {
  it("has a text part beside its HTML, and comes from the shop", () => {
    expect(mail()).toMatchObject({
      from: "The Shop <shop@store.test>",
      to: "asha@store.test",
      subject: "Your order",
      text: "Hello",
      html: "<p>Hello</p>",
    })
  })

  it("takes copies, answers, an id and headers along", () => {
    const provider_data = {
      message_id: "<msg_1@store.test>",
      cc: ["a@store.test"],
      bcc: "b@store.test",
      reply_to: "help@store.test",
      headers: { "List-Unsubscribe": "<https://shop.test/u>" },
    }
    expect(mail({ provider_data })).toMatchObject({
      messageId: "<msg_1@store.test>",
      cc: ["a@store.test"],
      bcc: "b@store.test",
      replyTo: "help@store.test",
      headers: { "List-Unsubscribe": "<https://shop.test/u>" },
    })
  })

  it("takes headers that Medusa must not store beside its content", () => {
    const unstored = { "List-Unsubscribe": "<https://shop.test/u/token>" }
    const content = { subject: "Hi", text: "Hi", headers: unstored } as never
    expect(mail({ content }).headers).toEqual(unstored)
  })

  it("carries attachments as bytes", () => {
    const [file] =
      mail({
        attachments: [
          {
            filename: "a.txt",
            content: Buffer.from("Hi").toString("base64"),
            content_type: "text/plain",
          },
        ],
      }).attachments ?? []
    expect(file).toMatchObject({ encoding: "base64", filename: "a.txt" })
    expect(file).not.toHaveProperty("path")
  })

  // The attack: a line break that begins a header of its own.
  it.each([
    [{ to: "a@store.test\r\nBcc: all@store.test" }, "to"],
    [{ from: "a@store.test\nX: y" }, "from"],
    [{ content: { subject: "Hi\r\nBcc: x", text: "Hi" } }, "content.subject"],
    [
      { content: { subject: "Hi", text: "Hi", headers: { "X-A": "1\nB: x" } } },
      "content.headers.X-A",
    ],
    [{ provider_data: { reply_to: "a\r\nb" } }, "provider_data.reply_to"],
    [
      { provider_data: { headers: { "X-A": "1\r\nBcc: x" } } },
      "provider_data.headers.X-A",
    ],
    [
      { provider_data: { headers: { "X-A: 1\r\nBcc": "x" } } },
      "provider_data.headers",
    ],
  ])("is refused with %j, naming the field", (more, field) => {
    expect(() => mail(more as Partial<ProviderSendNotificationDTO>)).toThrow(
      `${field}:`.replace("headers:", "headers")
    )
  })

  it("is refused without a text", () => {
    expect(() =>
      mail({ content: { subject: "Hi", html: "<p>" } as never })
    ).toThrow("content")
  })
})
