import type { Page } from "playwright-core"
import { canSignIn } from "../helpers/accounts"
import { type Customer, freshCustomer } from "../helpers/clients"
import { describeWithChromium } from "../helpers/optional"
import { type AdminSession, openAdmin, screenshot, seen } from "./admin-session"

describeWithChromium("The merchant who suspends a customer", () => {
  let admin: AdminSession
  let page: Page
  let customer: Customer

  beforeAll(async () => {
    customer = await freshCustomer()
    admin = await openAdmin()
    page = await admin.newPage()
  })
  afterAll(() => admin?.close())

  it("is asked why, sees that it holds, and lets them in again", async () => {
    await page.goto(`/app/customers/${customer.id}`)
    await seen(page.getByText("Never suspended"))
    await page.getByRole("button", { name: "Suspend" }).click()
    const drawer = page.getByRole("dialog")
    await seen(drawer.getByText("Its data stay.", { exact: false }))
    await drawer.getByRole("button", { name: "Suspend" }).click()
    await seen(drawer.getByText("Say why; it is kept"))
    await drawer.getByLabel("Reason").fill("Chargebacks")
    await screenshot(page, "account-suspend")
    await drawer.getByRole("button", { name: "Suspend" }).click()
    await seen(page.getByText("Chargebacks"))
    await seen(page.getByText("Suspended", { exact: true }))
    await screenshot(page, "account-suspended")
    expect(await canSignIn(customer.email, customer.password)).toBe(403)

    await page.getByRole("button", { name: "Reactivate" }).click()
    await drawer.getByLabel("Reason").fill("Paid")
    await drawer.getByRole("button", { name: "Reactivate" }).click()
    await seen(page.getByText("Can sign in", { exact: true }))
    expect(await canSignIn(customer.email, customer.password)).toBe(200)
    expect(admin.problems).toEqual([])
  })
})
