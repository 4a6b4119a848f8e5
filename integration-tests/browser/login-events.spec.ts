import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { adminClient, type Customer, freshCustomer } from "../helpers/clients"
import { databaseUrl } from "../helpers/environment"
import { expectOk } from "../helpers/http"
import { addJob } from "../helpers/jobs"
import { eventsOf } from "../helpers/login-events"
import { describeWithChromium } from "../helpers/optional"
import { type AdminSession, openAdmin, screenshot, seen } from "./admin-session"

describeWithChromium("The merchant's view of sign-ins", () => {
  let admin: AdminSession
  let page: Page
  let customer: Customer

  beforeAll(async () => {
    customer = await freshCustomer()
    const client = await adminClient()
    await client.post("/auth/customer/emailpass", {
      ...{ email: customer.email, password: "guessed" },
    })
    await eventsOf(customer.id, 2)
    await addJob(databaseUrl(), "login-events-sum", {})
    admin = await openAdmin()
  })
  afterAll(() => admin?.close())

  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  it("charts the last days, lists attempts, finds them by e-mail address, and exports them", async () => {
    await page.goto("/app/login-events")
    await seen(page.getByRole("figure", { name: "Attempts per day" }))
    await seen(page.getByRole("figure", { name: "New and returning" }))
    await seen(page.locator(".recharts-bar-rectangle").first())
    await seen(page.getByRole("row", { name: "Wrong password" }).first())
    await screenshot(page, "login-events")

    await page.getByPlaceholder("Search").fill(customer.email)
    await seen(page.getByText(/\b2 of 2 results/).first())
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export CSV" }).click(),
    ])
    const csv = readFileSync(await download.path(), "utf8")
    expect(csv.trim().split("\r\n")).toHaveLength(3)

    await page.getByPlaceholder("Search").fill("nobody@store.test")
    await seen(page.getByText("No attempt matches"))
    await screenshot(page, "login-events-none")
    expect(admin.problems).toEqual([])
  })

  it("shows the attempts at one account on its own page", async () => {
    await page.goto(`/app/customers/${customer.id}`)
    const title = page.getByRole("heading", { name: "Sign-ins" })
    await seen(title)
    await title.scrollIntoViewIfNeeded()
    const entries = page.getByRole("listitem")
    await seen(entries.filter({ hasText: "Wrong password" }))
    await screenshot(page, "customer-login-events")
    await page
      .locator(`a[href$="/login-events?actor_id=${customer.id}"]`)
      .click()
    await seen(page.getByText(/\b2 of 2 results/).first())

    const { user } = await expectOk(
      (await adminClient()).get<{ user: { id: string } }>("/admin/users/me")
    )
    await page.goto(`/app/settings/users/${user.id}`)
    await seen(page.getByRole("heading", { name: "Sign-ins" }))
    await seen(
      page.getByRole("listitem").filter({ hasText: "Signed in" }).first()
    )
    await screenshot(page, "user-login-events")
    expect(admin.problems).toEqual([])
  })
})
