import { randomUUID } from "node:crypto"
import type { Page } from "playwright-core"
import { cartReadyToPay, completeCart } from "../helpers/carts"
import { freshCustomer } from "../helpers/clients"
import { loggedMessage, suppressedAddress } from "../helpers/messages"
import { guestGroup, mailedToken } from "../helpers/messages-writing"
import { describeWithChromium } from "../helpers/optional"
import type { MessagePreferencesResponse } from "../../src/types/messages-preferences"
import {
  type AdminSession,
  chooseInRow,
  openAdmin,
  screenshot,
  seen,
} from "./admin-session"

describeWithChromium("The merchant's page of messages", () => {
  let admin: AdminSession
  let page: Page

  beforeAll(async () => {
    admin = await openAdmin()
  })
  afterAll(() => admin?.close())

  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  const openList = async (q = "") => {
    await page.goto(`/app/messages${q && `?q=${encodeURIComponent(q)}`}`)
    await seen(page.getByRole("heading", { name: "Messages" }))
  }

  it("shows the confirmation of an order as the shopper gets it", async () => {
    const email = `buyer-${randomUUID()}@store.test`
    const { sdk, cart } = await cartReadyToPay({ email })
    const order = await completeCart(sdk, cart.id)
    const row = page.getByRole("row", { name: email })
    for (let look = 0; look < 30 && !(await row.isVisible()); look++) {
      await openList(email)
      await page.waitForTimeout(1000)
    }
    await seen(row.getByText("Order confirmation"))
    await seen(row.getByText("Sent"))
    await screenshot(page, "messages")
    await row.getByText("Order confirmation").click()
    const drawer = page.getByRole("dialog")
    await seen(drawer.getByText(email).first())
    const mail = drawer.frameLocator("iframe")
    await seen(mail.getByText("Thank you for your order"))
    await seen(mail.getByText(order.items?.[0]?.product_title ?? "?"))
    await screenshot(page, "messages-details")
  }, 120_000)

  // The attack: a mail whose script reads the admin's session.
  it("runs nothing of what a message holds", async () => {
    const recipient = `evil-${randomUUID()}@store.test`
    const html = `<p>Hello</p><script>parent.document.title = "taken"</script><img src=x onerror="parent.document.title='taken'">`
    const id = await loggedMessage({ recipient, html })
    await page.goto(`/app/messages/${id}/details`)
    const drawer = page.getByRole("dialog")
    await seen(drawer.frameLocator("iframe").getByText("Hello"))
    await page.waitForTimeout(500)
    expect(await page.title()).not.toBe("taken")
  })

  it("sends one again after asking, and takes back what waits", async () => {
    const recipient = `again-${randomUUID()}@store.test`
    await loggedMessage({ recipient, status: "failed" })
    await loggedMessage({ recipient, status: "queued" })
    await openList(recipient)
    await chooseInRow(page.getByRole("row", { name: "Queued" }), "Take back")
    await screenshot(page, "messages-take-back")
    await page.getByRole("button", { name: "Take back" }).click()
    await seen(page.getByText("It was taken back"))
    await seen(page.getByRole("row", { name: "Canceled" }))
    await chooseInRow(page.getByRole("row", { name: "Failed" }), "Send again")
    await page.getByRole("button", { name: "Send again" }).click()
    await seen(page.getByText("It is queued again"))
    await openList("nobody@store.test")
    await seen(page.getByText("No message matches"))
    await screenshot(page, "messages-none")
  })

  it("keeps the list of addresses that nothing is sent to", async () => {
    const name = `gone-${randomUUID()}`
    const bounced = `${name}@store.test`
    await suppressedAddress(bounced)
    await page.goto("/app/messages/suppressions")
    await seen(page.getByRole("heading", { name: "Suppression list" }))
    await page.getByRole("link", { name: "Add an address" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Address").fill("0151 2345678")
    await drawer.getByRole("button", { name: "Add" }).click()
    await seen(drawer.getByText("in international form such as"))
    await screenshot(page, "messages-suppress")
    await drawer.getByLabel("Address").fill(`${name}@By.Hand`)
    await drawer.getByRole("button", { name: "Add" }).click()
    await seen(page.getByText("Nothing will be sent there any more"))
    await page.goto(`/app/messages/suppressions?q=${name}`)
    const entry = page.getByRole("row", { name: bounced })
    await seen(entry.getByText("Does not exist"))
    await seen(
      page.getByRole("row", { name: "by.hand" }).getByText("By an admin")
    )
    await screenshot(page, "messages-suppressions")
    await chooseInRow(entry, "Take off the list")
    await page.getByRole("button", { name: "Take off the list" }).click()
    await seen(page.getByText("It is off the list"))
    await entry.waitFor({ state: "detached" })
  })

  it("tells what became of a message, and shows an SMS as text alone", async () => {
    const recipient = `+9198${String(Date.now()).slice(-8)}`
    const id = await loggedMessage({
      ...{ recipient, channel: "sms", status: "bounced" },
      ...{ subject: null, html: null },
    })
    await openList(recipient)
    await seen(page.getByRole("row", { name: recipient }).getByText("Bounced"))
    await page.goto(`/app/messages/${id}/details`)
    const drawer = page.getByRole("dialog")
    await seen(drawer.getByText("SMS", { exact: true }))
    await seen(drawer.locator("pre", { hasText: "Hello" }))
    expect(await drawer.locator("iframe").count()).toBe(0)
    await screenshot(page, "messages-sms")
  })
  it("previews a message in the admin's brand and the wished language, and sends it as a test", async () => {
    await page.goto("/app/messages/brand")
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Name of the shop").fill("Tea & Co")
    await drawer.getByLabel("Colour of buttons and links").fill("red")
    await drawer.getByRole("button", { name: "Save" }).click()
    await seen(drawer.getByText("Must be a colour such as #1f2937"))
    await drawer.getByLabel("Colour of buttons and links").fill("#b45309")
    await screenshot(page, "messages-brand")
    await drawer.getByRole("button", { name: "Save" }).click()
    await seen(page.getByText("Messages look like this from now on"))

    await page.goto("/app/messages")
    const write = page.getByRole("link", { name: "Write", exact: true })
    await write.locator("xpath=preceding::button[1]").click()
    await page.getByRole("menuitem", { name: "Preview" }).click()
    const mail = drawer.frameLocator("iframe")
    await seen(mail.getByText("Thank you for your order"))
    await seen(mail.getByText("Tea & Co").first())
    await drawer.getByLabel("Language").click()
    await page.getByRole("option", { name: "German" }).click()
    await seen(mail.getByText("Vielen Dank für Ihre Bestellung"))
    await drawer.getByLabel("Message", { exact: true }).click()
    await page.getByRole("option", { name: "Parcel shipped" }).click()
    await seen(mail.getByText("Ihr Paket ist unterwegs"))
    await screenshot(page, "messages-preview")

    const recipient = `owner-${randomUUID()}@store.test`
    await drawer.getByLabel("Send a test to").fill("nobody")
    await drawer.getByRole("button", { name: "Send a test" }).click()
    await seen(drawer.getByText("Must be an e-mail address"))
    await drawer.getByLabel("Send a test to").fill(recipient)
    await drawer.getByRole("button", { name: "Send a test" }).click()
    await seen(page.getByText("The test is queued"))
    await openList(recipient)
    const row = page.getByRole("row", { name: recipient })
    await seen(row.getByText("Test", { exact: true }))
    await screenshot(page, "messages-test")
  }, 60_000)
  it("writes to a group after telling how many they are, and shows how far it is", async () => {
    const group = await guestGroup(30)
    await page.goto("/app/messages")
    await page.getByRole("link", { name: "Write", exact: true }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("combobox", { name: "To", exact: true }).click()
    await page.getByRole("option", { name: "A customer group" }).click()
    await drawer.getByRole("button", { name: "Send" }).click()
    await seen(drawer.getByText("Choose whom it is for"))
    await screenshot(page, "messages-write-errors")
    await drawer.getByRole("combobox", { name: "A customer group" }).fill(group)
    await page.getByRole("option", { name: group }).click()
    await drawer.getByLabel("Subject").fill("We are closed next week")
    await drawer.getByLabel("Text").fill("From 2 to 8 May.\n\nSee you after.")
    await screenshot(page, "messages-write")
    await drawer.getByRole("button", { name: "Send" }).click()
    await seen(page.getByText("Write to 30 customers?"))
    await screenshot(page, "messages-write-ask")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Send" })
      .click()
    await seen(page.getByRole("heading", { name: "Written messages" }))
    const row = page.getByRole("row", { name: "A group of 30" }).first()
    await row.getByText("30 sent").waitFor({ timeout: 60_000 })
    await screenshot(page, "messages-written")
  }, 120_000)

  it("writes to a customer from their page, and switches off what they want no more", async () => {
    const { id, email } = await freshCustomer()
    await page.goto(`/app/customers/${id}`)
    const section = page.getByRole("listitem").filter({ hasText: "News" })
    await seen(section.getByText("Sent"))
    await section.getByRole("button", { name: "Switch off" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Switch off" })
      .click()
    await seen(section.getByText("Switched off"))
    await screenshot(page, "messages-preferences")
    await page.getByRole("link", { name: "Write", exact: true }).click()
    const drawer = page.getByRole("dialog")
    await seen(drawer.getByText(email).first())
    await screenshot(page, "messages-write-customer")
  }, 60_000)

  it("lets the reader of a mail have no more of its kind, by a button and not before", async () => {
    const { id, client } = await freshCustomer()
    const isOn = async () => {
      const path = "/store/customers/me/message-preferences"
      const { body } = await client.get<MessagePreferencesResponse>(path)
      return body.preferences.find(({ category }) => category === "news")?.is_on
    }
    await page.goto(`/hooks/messages/unsubscribe/${mailedToken(id)}`)
    const button = page.getByRole("button", { name: "Unsubscribe" })
    await seen(button)
    expect(new URL(page.url()).pathname).toBe("/hooks/messages/unsubscribe")
    expect(await isOn()).toBe(true)
    await screenshot(page, "messages-unsubscribe")
    await button.click()
    await seen(page.getByText("Done: you get no more mails of this kind."))
    expect(await isOn()).toBe(false)
    await page.goto("/hooks/messages/unsubscribe#token=made-up")
    await page.reload()
    await button.click()
    await seen(page.getByText("This link does not work"))
  })
})
