import { randomUUID } from "node:crypto"
import type { Page } from "playwright-core"
import { adminClient, storeClient } from "../helpers/clients"
import { baseUrl } from "../helpers/environment"
import { describeWithChromium } from "../helpers/optional"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import {
  createTestimonial,
  listPublished,
  submission,
} from "../helpers/testimonials"
import {
  type AdminSession,
  chooseInRow,
  gone,
  openAdmin,
  screenshot,
  seen,
  tick,
} from "./admin-session"

const uniqueName = (name: string) => `${name} ${randomUUID().slice(0, 8)}`

const rowOf = (page: Page, name: string) => page.getByRole("row", { name })
const drawerOf = (page: Page) => page.getByRole("dialog")

async function openList(page: Page, search: string) {
  await page.goto(`/app/testimonials?q=${encodeURIComponent(search)}`)
  await seen(page.getByRole("heading", { name: "Testimonials" }))
}

describeWithChromium("The merchant's page of testimonials", () => {
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

  const chooseLanguage = (value: string) =>
    admin.context.addCookies([{ name: "lng", value, url: baseUrl() }])

  it("takes a new testimonial, which the store shows only once it is approved", async () => {
    const name = uniqueName("Grace Wanjiru")
    const product = await createProduct({ stock: 1 })
    await page.goto("/app/orders")
    await page.getByRole("link", { name: "Testimonials" }).click()
    await page.getByRole("link", { name: "Create" }).click()
    const drawer = drawerOf(page)
    // Seen by screen readers and keyboards only, so a mouse might miss it while the drawer still moves.
    await drawer.getByRole("radio", { name: "4 of 5 stars" }).press("Space")
    await drawer
      .getByLabel("Feedback")
      .fill("The glaze is deeper than on the picture.")
    await drawer.getByLabel("Name").fill(name)
    await drawer.getByLabel("Company").fill("Studio Neem")
    await tick(drawer.getByRole("checkbox", { name: "Product" }))
    await drawer.getByRole("combobox", { name: "Product" }).fill(product.title)
    await page.getByRole("option", { name: product.title }).click()
    await screenshot(page, "create-drawer")
    await drawer.getByRole("button", { name: "Create" }).click()

    const row = rowOf(page, name)
    await seen(row.getByText("Pending"))
    const ofProduct = `product_id=${product.id}&placement=product`
    expect((await listPublished(ofProduct)).testimonials).toEqual([])

    await chooseInRow(row, "Approve")
    await seen(row.getByText("Approved"))
    await screenshot(page, "approved")
    const { testimonials, summary } = await listPublished(ofProduct)
    expect(testimonials).toEqual([
      expect.objectContaining({
        name,
        rating: 4,
        company: "Studio Neem",
        verified: false,
      }),
    ])
    expect(summary).toEqual({ count: 1, average: 4 })
  })

  it("says at the field what is missing or what the API refuses, and keeps what was typed", async () => {
    await page.goto("/app/testimonials/create")
    const drawer = drawerOf(page)
    await drawer.getByRole("button", { name: "Create" }).click()
    await seen(drawer.getByText("Please fill this in").first())
    expect(await drawer.getByText("Please fill this in").count()).toBe(2)

    await drawer.getByLabel("Feedback").fill("Arrived on time.")
    await drawer.getByLabel("Name").fill("Meera Iyer")
    await drawer.getByLabel("Picture").fill("http://pictures.test/meera.jpg")
    await drawer.getByRole("button", { name: "Create" }).click()
    await seen(drawer.getByText("Must be an https URL"))
    expect(await drawer.getByLabel("Name").inputValue()).toBe("Meera Iyer")
    await screenshot(page, "field-errors")

    await page.keyboard.press("Escape")
    await seen(page.getByText("You have unsaved changes"))
    await page.getByRole("button", { name: "Continue" }).click()
    await gone(drawer)
  })

  it("opens a testimonial from its row, to change it and to read its record", async () => {
    const name = uniqueName("Tom Becker")
    const { id } = await createTestimonial({ name })
    await openList(page, name)
    await rowOf(page, name).getByText(name).click()
    const drawer = drawerOf(page)
    await drawer.getByLabel("Role").fill("Chef")
    await tick(drawer.getByRole("switch", { name: "Featured" }))
    await drawer.getByText("Consent given").scrollIntoViewIfNeeded()
    await screenshot(page, "edit-drawer")
    await drawer.getByRole("button", { name: "Save" }).click()
    await gone(drawer)
    await seen(rowOf(page, name).getByText("Chef"))
    expect(new URL(page.url()).searchParams.get("q")).toBe(name)

    const api = await adminClient()
    const { body } = await api.get(`/admin/testimonials/${id}`)
    expect(body.testimonial).toMatchObject({
      role: "Chef",
      featured: true,
      company: null,
    })
  })

  it("rejects several at once, but not before it has asked", async () => {
    const tag = uniqueName("Bulk")
    await createTestimonial({ name: `${tag} one` }, { approved: true })
    await createTestimonial({ name: `${tag} two` })
    await openList(page, tag)
    await tick(rowOf(page, `${tag} one`).getByRole("checkbox"))
    await tick(rowOf(page, `${tag} two`).getByRole("checkbox"))
    const reject = page.getByRole("button", { name: "Reject" })

    await reject.click()
    const question = page.getByRole("alertdialog")
    await seen(question.getByText("Reject 2 testimonials?"))
    await screenshot(page, "bulk-reject")
    await question.getByRole("button", { name: "Cancel" }).click()
    await seen(rowOf(page, `${tag} one`).getByText("Approved"))

    await reject.click()
    await question.getByRole("button", { name: "Reject" }).click()
    await seen(page.getByText("2 testimonials rejected"))
    await seen(rowOf(page, `${tag} one`).getByText("Rejected"))
    await seen(rowOf(page, `${tag} two`).getByText("Rejected"))
    await gone(page.getByText("2 selected"))
  })

  it("deletes after a question, and takes the delete back", async () => {
    const name = uniqueName("Fatuma Ali")
    const { id } = await createTestimonial({ name })
    await openList(page, name)
    await chooseInRow(rowOf(page, name), "Delete")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Delete" })
      .click()
    await gone(rowOf(page, name))
    const api = await adminClient()
    expect((await api.get(`/admin/testimonials/${id}`)).status).toBe(404)

    await screenshot(page, "delete-with-undo")
    await page.getByRole("button", { name: "Undo" }).click()
    await seen(rowOf(page, name))
    expect((await api.get(`/admin/testimonials/${id}`)).status).toBe(200)
  })

  it("puts the testimonials of a placement into another order, with the keyboard alone", async () => {
    const [first, second] = [uniqueName("First"), uniqueName("Second")]
    const placed = { placements: ["checkout"] }
    await createTestimonial({ name: second, ...placed }, { approved: true })
    await createTestimonial({ name: first, ...placed }, { approved: true })
    await page.goto("/app/testimonials/reorder")
    const drawer = drawerOf(page)
    await drawer.getByRole("combobox", { name: "Placement" }).click()
    await page.getByRole("option", { name: "Checkout" }).click()

    const label = `Move ${first} down`
    await drawer.getByRole("button", { name: label }).focus()
    await page.keyboard.press("Enter")
    await seen(drawer.getByText(new RegExp(`^${first} is number`)))
    expect(await page.evaluate("document.activeElement.ariaLabel")).toBe(label)
    await screenshot(page, "reorder")
    await drawer.getByRole("button", { name: "Save" }).click()
    await gone(drawer)

    const { testimonials } = await listPublished("placement=checkout&limit=100")
    const names = testimonials.map(({ name }) => name)
    expect(names.indexOf(second)).toBeGreaterThanOrEqual(0)
    expect(names.indexOf(second)).toBeLessThan(names.indexOf(first))
  })

  it("makes an invite whose link is copied once, works once, and can be withdrawn before", async () => {
    const name = uniqueName("Joan Kiplagat")
    await page.goto("/app/testimonials/invites")
    await page.getByRole("link", { name: "Create" }).click()
    const drawer = drawerOf(page)
    await drawer.getByLabel("Name").fill(name)
    await drawer.getByRole("button", { name: "Create" }).click()
    await drawer.getByRole("button", { name: "Copy link" }).click()
    await screenshot(page, "invite-link")
    const link = await page.evaluate<string>("navigator.clipboard.readText()")
    const token = new URL(link).hash.replace("#token=", "")
    await drawer.getByRole("button", { name: "Close" }).last().click()
    await seen(rowOf(page, name).getByText("Open"))

    const body = submission({ name, invite_token: token })
    expect((await storeClient().post("/store/testimonials", body)).status).toBe(
      201
    )
    await page.reload()
    await seen(rowOf(page, name).getByText("Used"))
    await screenshot(page, "invites")

    const other = uniqueName("Never sent")
    const api = await adminClient()
    await api.post("/admin/testimonials/invites", { name: other })
    await page.reload()
    await chooseInRow(rowOf(page, other), "Withdraw")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Withdraw" })
      .click()
    await gone(rowOf(page, other))
  })

  it("stands beside a product, and leads from there to the filtered table", async () => {
    const name = uniqueName("Asha Rao")
    const product = await createProduct({ stock: 1 })
    await page.goto(`/app/products/${product.id}`)
    await seen(
      page.getByText("Nobody has said anything about this product yet.")
    )

    await createTestimonial(
      { name, product_id: product.id },
      { approved: true }
    )
    await createTestimonial({ name: uniqueName("Somebody else") })
    await page.reload()
    await seen(page.getByText("1 testimonial", { exact: true }))
    await page.getByText(name).scrollIntoViewIfNeeded()
    await screenshot(page, "product-widget")

    await page.getByRole("link", { name: "View all" }).click()
    await seen(page.getByRole("button", { name: product.title }))
    await seen(rowOf(page, name))
    expect(await page.getByRole("row").count()).toBe(2)
  })

  it("stands beside a customer", async () => {
    const api = await adminClient()
    const email = `${randomUUID()}@store.test`
    const { body } = await api.post<{ customer: { id: string } }>(
      "/admin/customers",
      {
        email,
      }
    )
    const name = uniqueName("Daniel")
    await createTestimonial({ name, customer_id: body.customer.id })
    await page.goto(`/app/customers/${body.customer.id}`)
    await seen(page.getByRole("link", { name }).getByText("Pending"))
    await screenshot(page, "customer-widget")
  })

  it("filters on the server, and says so when nothing matches", async () => {
    const name = uniqueName("Filtered")
    await createTestimonial({ name })
    await openList(page, name)
    await seen(rowOf(page, name))
    await page.goto(
      `/app/testimonials?q=${encodeURIComponent(name)}&status=["approved"]`
    )
    await seen(page.getByText("No testimonial matches"))
    await screenshot(page, "nothing-matches")
    await page.getByRole("button", { name: "Clear all" }).click()
    await seen(rowOf(page, name))
  })

  it("says that it could not load, and loads when asked again", async () => {
    const name = uniqueName("Retried")
    await createTestimonial({ name })
    await page.route("**/admin/testimonials?*", (route) =>
      route.fulfill({
        status: 500,
        json: { message: "An unknown error occurred." },
      })
    )
    await page.goto(`/app/testimonials?q=${encodeURIComponent(name)}`)
    await seen(page.getByText("This could not be loaded"))
    await screenshot(page, "load-failure")
    await page.unroute("**/admin/testimonials?*")
    await page.getByRole("button", { name: "Try again" }).click()
    await seen(rowOf(page, name))
  })

  it("speaks German where the admin does", async () => {
    await chooseLanguage("de")
    await page.goto("/app/testimonials/create")
    await seen(page.getByRole("link", { name: "Kundenstimmen" }))
    await seen(drawerOf(page).getByRole("button", { name: "Erstellen" }))
    await screenshot(page, "german")
    await chooseLanguage("en")
  })

  it("leaves no error in the browser's console", () => {
    expect(admin.problems).toEqual([])
  })
})

describeWithChromium("The admin of a store without testimonials", () => {
  let server: Server
  let admin: AdminSession

  beforeAll(async () => {
    server = await startServer({
      name: "browser-testimonials-off",
      env: { SUITE_FEATURES_OFF: "testimonials" },
    })
    admin = await openAdmin({ url: server.url })
  })
  afterAll(async () => {
    await admin?.close()
    await server?.stop()
  })

  it("has no menu entry and no widget of it, and its page says that it is switched off", async () => {
    const page = await admin.newPage()
    await page.goto("/app/testimonials")
    await seen(page.getByText("This feature is switched off"))
    await seen(page.getByRole("link", { name: "Customers" }))
    expect(
      await page.getByRole("link", { name: "Testimonials" }).isVisible()
    ).toBe(false)
    expect(await page.getByRole("link", { name: "Invites" }).isVisible()).toBe(
      false
    )
    await screenshot(page, "switched-off")

    const { id } = await createProduct({ stock: 1, url: server.url })
    await page.goto(`/app/products/${id}`)
    await seen(page.getByRole("heading", { name: "Attributes" }))
    expect(
      await page.getByRole("heading", { name: "Testimonials" }).count()
    ).toBe(0)
    expect(admin.problems).toEqual([])
  })
})
