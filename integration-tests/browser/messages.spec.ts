import { randomUUID } from "node:crypto"
import type { Page } from "playwright-core"
import { cartReadyToPay, completeCart } from "../helpers/carts"
import { loggedMessage, suppressedAddress } from "../helpers/messages"
import { describeWithChromium } from "../helpers/optional"
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
})
