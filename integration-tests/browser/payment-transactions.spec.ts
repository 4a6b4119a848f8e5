import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { describeWithChromium } from "../helpers/optional"
import { type PaidOrder, refundedOrder } from "../helpers/payments"
import { type AdminSession, openAdmin, screenshot, seen } from "./admin-session"

describeWithChromium("The merchant's view of payment transactions", () => {
  let admin: AdminSession
  let page: Page
  let paid: PaidOrder

  beforeAll(async () => {
    admin = await openAdmin()
    paid = await refundedOrder()
  })
  afterAll(() => admin?.close())

  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  it("tells on the order's page what was tried with its money, when and by whom", async () => {
    await page.goto(`/app/orders/${paid.order.id}`)
    const title = page.getByRole("heading", { name: "Payment attempts" })
    await seen(title)
    await title.scrollIntoViewIfNeeded()
    const entries = page.getByRole("listitem").filter({ hasText: "Succeeded" })
    await seen(entries.filter({ hasText: "Refund · ₹1.00" }))
    await seen(
      entries.filter({ hasText: "Authorize" }).filter({
        hasText: `Storefront · customer ${paid.customer.id}`,
      })
    )
    await seen(entries.filter({ hasText: "Capture" }).getByText(/Admin · user/))
    await entries.last().scrollIntoViewIfNeeded()
    await screenshot(page, "order-payment-transactions")
    await page
      .locator(`a[href$="/payment-transactions?order_id=${paid.order.id}"]`)
      .click()
    await seen(page.getByText("4 results").first())
  })

  it("finds, filters and exports attempts, and says when there is none", async () => {
    await page.goto(`/app/payment-transactions?order_id=${paid.order.id}`)
    await seen(page.getByRole("row", { name: "Refund" }))
    await screenshot(page, "payment-transactions")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(
      /^payment-transactions-[\d-]+\.csv$/
    )
    const csv = readFileSync(await download.path(), "utf8")
    expect(csv.trim().split("\r\n")).toHaveLength(5)

    await page.getByPlaceholder("Search").fill("nobody")
    await seen(page.getByText("No payment attempt matches"))
    await screenshot(page, "payment-transactions-none")
    expect(admin.problems).toEqual([])
  })
})
