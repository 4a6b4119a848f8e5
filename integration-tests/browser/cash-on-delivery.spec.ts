import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import type { HttpTypes } from "@medusajs/types"
import type { Page } from "playwright-core"
import { cashBooks, cashOrder, orderById } from "../helpers/cash-on-delivery"
import { describeWithChromium } from "../helpers/optional"
import {
  type AdminSession,
  gone,
  openAdmin,
  chooseInRow,
  screenshot,
  seen,
  tick,
} from "./admin-session"

describeWithChromium("The merchant's page of cash to collect", () => {
  let admin: AdminSession
  let page: Page
  let prefix: string
  let orders: HttpTypes.StoreOrder[]

  beforeAll(async () => {
    admin = await openAdmin()
    prefix = `cash-${randomUUID().slice(0, 8)}`
    orders = []
    for (const number of [1, 2, 3]) {
      orders.push(await cashOrder({ email: `${prefix}-${number}@store.test` }))
    }
  }, 120_000)
  afterAll(() => admin?.close())

  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  const openList = async (search: string) => {
    await page.goto(`/app/cash-on-delivery?q=${search}`)
    await seen(page.getByRole("heading", { name: "Cash to collect" }))
  }
  const rowOf = (order: HttpTypes.StoreOrder | undefined) =>
    page.getByRole("row", { name: `#${order?.display_id}` })

  const answer = async (name: string) => {
    const question = page.getByRole("alertdialog")
    await question.getByRole("button", { name, exact: true }).click()
    await gone(question)
  }

  it("lists who owes how much, filters, and gives a file of it", async () => {
    await page.goto("/app/orders")
    await page.getByRole("link", { name: "Cash to collect" }).click()
    await openList(prefix)
    await seen(rowOf(orders[0]).getByText("Asha Rao"))
    await seen(rowOf(orders[0]).getByText("₹1,627.00"))
    await seen(rowOf(orders[0]).getByText("Not shipped"))
    await screenshot(page, "cash-on-delivery")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(
      /^cash-to-collect-[\d-]+\.csv$/
    )
    const csv = readFileSync(await download.path(), "utf8")
    expect(csv.trim().split("\r\n")).toHaveLength(4)

    await page.goto(`/app/cash-on-delivery?q=${prefix}&delivery=["delivered"]`)
    await seen(page.getByText("No such orders"))
    await screenshot(page, "cash-on-delivery-none")
    expect(admin.problems).toEqual([])
  })

  it("marks one as collected after a question, and many at once", async () => {
    const [one, two, three] = orders
    await openList(prefix)
    await chooseInRow(rowOf(one), "Mark collected")
    await seen(page.getByText("Mark the cash of 1 order as collected?"))
    await screenshot(page, "cash-on-delivery-question")
    await answer("Cancel")
    await chooseInRow(rowOf(one), "Mark collected")
    await answer("Mark collected")
    await gone(rowOf(one))
    await seen(page.getByText("The cash of 1 order is collected").first())

    await tick(rowOf(two).getByRole("checkbox"))
    await seen(page.getByText("1 selected"))
    await page.keyboard.press("c")
    await seen(page.getByText("Mark the cash of 1 order as collected?"))
    await answer("Mark collected")
    await gone(rowOf(two))
    await seen(rowOf(three))
    for (const order of [one, two]) {
      expect(await cashBooks(order?.id ?? "")).toMatchObject({
        payments: 1,
        booked: order?.total,
      })
    }
    expect(admin.problems).toEqual([])
  })

  it("marks an order as collected on the order's own page", async () => {
    const id = orders[2]?.id ?? ""
    await page.goto(`/app/orders/${id}`)
    const title = page.getByRole("heading", { name: "Cash on delivery" })
    await seen(title)
    await title.scrollIntoViewIfNeeded()
    await seen(page.getByText("₹1,627.00 to be collected on delivery."))
    await screenshot(page, "order-cash-open")
    await page.getByRole("button", { name: "Mark collected" }).click()
    await answer("Mark collected")
    await seen(page.getByText("₹1,627.00 were collected."))
    await screenshot(page, "order-cash-collected")
    expect((await orderById(id)).payment_status).toBe("captured")
    expect(admin.problems).toEqual([])
  })

  it("says when the list cannot be loaded, and tries again", async () => {
    let isBroken = true
    await page.route("**/admin/cash-on-delivery?*", (route) =>
      isBroken
        ? route.fulfill({
            status: 500,
            json: { message: "The printer is on fire" },
          })
        : route.continue()
    )
    await page.goto(`/app/cash-on-delivery?q=${prefix}`)
    await seen(page.getByText("The printer is on fire"))
    await screenshot(page, "cash-on-delivery-failure")
    isBroken = false
    await page.getByRole("alert").getByRole("button").click()
    await seen(page.getByRole("heading", { name: "Cash to collect" }))
  })
})
