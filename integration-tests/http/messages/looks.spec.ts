import { randomUUID } from "node:crypto"
import type {
  AdminMessageBrandResponse,
  AdminMessagePreviewResponse,
  AdminMessageResponse,
} from "../../../src/types/messages"
import { adminClient } from "../../helpers/clients"
import { expectOk, type HttpClient } from "../../helpers/http"
import { waitFor } from "../../helpers/wait-for"

const PATH = "/admin/messages"

/** What the options of the tests' store say. */
const NOTHING = {
  ...{ name: null, logo_url: null, color: null },
  ...{ background_color: null, address: null, footer: null },
}

describe("how messages look", () => {
  let admin: HttpClient

  beforeAll(async () => {
    admin = await adminClient()
  })
  afterEach(() => expectOk(admin.post(`${PATH}/brand`, NOTHING)))

  const preview = async (search: string) =>
    (
      await expectOk(
        admin.get<AdminMessagePreviewResponse>(`${PATH}/preview?${search}`)
      )
    ).preview

  const saveBrand = (change: object) =>
    admin.post<AdminMessageBrandResponse & { message: string }>(
      `${PATH}/brand`,
      change
    )

  it("follows the admin's brand, field by field, and the options again when it is taken back", async () => {
    await expectOk(saveBrand({ name: "Tea & Co", color: "#AA3300" }))
    const { brand, defaults } = await expectOk(saveBrand({ address: "1 Lane" }))
    expect(brand).toEqual({
      ...{ ...NOTHING, name: "Tea & Co", color: "#AA3300", address: "1 Lane" },
    })
    expect(defaults.name).toBe("Our shop")
    const mail = await preview("template=password-reset")
    expect(mail.subject).toBe("Choose a new password for Tea & Co")
    expect(mail.html).toContain("background-color:#AA3300")
    expect(mail.text).toContain("1 Lane")
    await expectOk(saveBrand({ name: null }))
    expect((await preview("template=welcome")).subject).toBe(
      "Welcome to Our shop"
    )
  })

  it("is shown with made-up data in the wished language, or the store's", async () => {
    const german = await preview("template=order-placed&locale=de-at")
    expect(german).toMatchObject({ locale: "de-AT" })
    expect(german.html).toContain("Vielen Dank für Ihre Bestellung")
    const other = await preview("template=order-placed&locale=sw")
    expect(other).toMatchObject({ locale: "en" })
  })

  it("is sent as a test, which goes the way of all messages and stays a test when it is sent again", async () => {
    const recipient = `owner-${randomUUID()}@store.test`
    const { message } = await expectOk(
      admin.post<AdminMessageResponse>(`${PATH}/preview/send`, {
        ...{ template: "order-shipped", locale: "de" },
        recipient: recipient.toUpperCase(),
      })
    )
    expect(message).toMatchObject({ cause: "test", status: "queued" })
    const sent = (id: string) =>
      waitFor(
        async () => {
          const { message: now } = await expectOk(
            admin.get<AdminMessageResponse>(`${PATH}/${id}`)
          )
          return now.status === "sent" ? now : undefined
        },
        { what: "the test to be sent", timeoutMs: 60_000 }
      )
    expect(await sent(message.id)).toMatchObject({
      ...{ recipient, locale: "de" },
      subject: "[Test] Ihre Bestellung #1042 bei Our shop ist unterwegs",
    })
    const { message: again } = await expectOk(
      admin.post<AdminMessageResponse>(`${PATH}/${message.id}/resend`)
    )
    expect(await sent(again.id)).toMatchObject({
      ...{ recipient, locale: "de", cause: "test", original_id: message.id },
    })
  }, 120_000)

  it.each([
    [{ logo_url: "http://shop.test/logo.png" }, "logo_url"],
    // The attack: a brand that runs in every mailbox.
    [{ logo_url: "javascript:alert(1)" }, "logo_url"],
    [{ color: "red;background:url(//evil.test)" }, "color"],
    [{ background_color: "#fff" }, "background_color"],
    [{ name: "x".repeat(81) }, "name"],
    [{ name: "  " }, "name"],
    [{ address: "a\0b" }, "address"],
    [{ footer: 7 }, "footer"],
    [{ font: "Comic Sans" }, "font"],
  ])("refuses the brand %j and names %s", async (change, field) => {
    const { status, body } = await saveBrand(change)
    expect(status).toBe(400)
    expect(body.message).toContain(field)
  })

  it.each([
    [{ template: "lost", recipient: "a@store.test" }, "template"],
    [{ template: "welcome" }, "recipient"],
    // The attack: a test that goes to many, or into a header.
    [
      { template: "welcome", recipient: "a@store.test, b@store.test" },
      "recipient",
    ],
    [
      { template: "welcome", recipient: "a@store.test\r\nBcc: b@store.test" },
      "recipient",
    ],
    [
      { template: "welcome", recipient: "a@store.test", locale: "no!" },
      "locale",
    ],
  ])("refuses the test %j and names %s", async (wish, field) => {
    const { status, body } = await admin.post<{ message: string }>(
      `${PATH}/preview/send`,
      wish
    )
    expect(status).toBe(400)
    expect(body.message).toContain(field)
  })

  it.each([
    ["template=lost", "template"],
    ["", "template"],
    ["template=welcome&locale=no!", "locale"],
    ["template=welcome&colour=red", "colour"],
  ])("refuses the preview %s and names %s", async (search, field) => {
    const { status, body } = await admin.get<{ message: string }>(
      `${PATH}/preview?${search}`
    )
    expect(status).toBe(400)
    expect(body.message).toContain(field)
  })
})
