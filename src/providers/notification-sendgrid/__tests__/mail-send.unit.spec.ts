import { mailSendBody } from "../mail-send"

const MAIL = {
  messageId: "<msg_1@shop.test>",
  from: '"The Shop" <orders@shop.test>',
  to: "asha@store.test",
  subject: "Your order",
  text: "Hello",
  html: "<p>Hello</p>",
}

describe("a mail as SendGrid takes it", () => {
  it("has its text before its HTML, its own id, and an argument that events repeat", () => {
    expect(
      mailSendBody({ ...MAIL, replyTo: "help@shop.test" }, "msg_1")
    ).toEqual(
      expect.objectContaining({
        personalizations: [
          {
            to: [{ email: "asha@store.test" }],
            custom_args: { suite_message_id: "msg_1" },
          },
        ],
        from: { email: "orders@shop.test", name: "The Shop" },
        reply_to: { email: "help@shop.test" },
        subject: "Your order",
        content: [
          { type: "text/plain", value: "Hello" },
          { type: "text/html", value: "<p>Hello</p>" },
        ],
        headers: { "Message-ID": "<msg_1@shop.test>" },
      })
    )
  })

  // The attack: reading the token of a password's link in the logs of a tracking server.
  it("is tracked in no way", () => {
    const settings = Object.values(
      mailSendBody(MAIL, undefined).tracking_settings
    )
    expect(settings.map(({ enable }) => enable)).toEqual([false, false, false])
  })

  it("takes copies, headers and attachments along", () => {
    const body = mailSendBody(
      {
        ...MAIL,
        cc: ["Ben <ben@store.test>"],
        bcc: "c@store.test",
        headers: { "List-Unsubscribe": "<https://shop.test/u>" },
        attachments: [
          {
            filename: "invoice.pdf",
            content: "cGRm",
            encoding: "base64",
            contentType: "application/pdf",
            contentDisposition: "attachment",
          },
        ],
      },
      undefined
    )
    expect(body.personalizations[0]).toEqual({
      to: [{ email: "asha@store.test" }],
      cc: [{ email: "ben@store.test", name: "Ben" }],
      bcc: [{ email: "c@store.test" }],
    })
    expect(body.headers).toMatchObject({
      "List-Unsubscribe": "<https://shop.test/u>",
    })
    expect(body).toMatchObject({
      attachments: [
        {
          content: "cGRm",
          filename: "invoice.pdf",
          type: "application/pdf",
          disposition: "attachment",
        },
      ],
    })
  })
})
