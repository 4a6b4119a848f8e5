import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"
import type { AdminDigitalProductsResponse } from "../../src/types/digital-products"
import { adminClient } from "../helpers/clients"
import {
  captureOrder,
  contentOf,
  placeDigitalOrder,
  untilStates,
} from "../helpers/digital-products"
import { accessTokenOf } from "../helpers/download-token"
import { baseUrl, temporaryFolder } from "../helpers/environment"
import { describeWithChromium } from "../helpers/optional"
import { createProduct, type TestProduct } from "../helpers/products"
import { waitFor } from "../helpers/wait-for"
import { type AdminSession, openAdmin, screenshot, seen } from "./admin-session"

describeWithChromium("A digital product, from its upload to its buyer", () => {
  let admin: AdminSession
  let product: TestProduct
  let page: Page

  beforeAll(async () => {
    admin = await openAdmin()
    product = await createProduct({ stock: 10 })
  }, 60_000)
  afterAll(() => admin?.close())
  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  const fileNamed = (name: string) => {
    const folder = mkdtempSync(path.join(temporaryFolder(), "upload-"))
    const file = path.join(folder, name)
    writeFileSync(file, contentOf(name))
    return file
  }

  it("is made, uploaded and looked at on the product's page", async () => {
    await page.goto(`/app/products/${product.id}`)
    await seen(page.getByRole("heading", { name: "Digital delivery" }))
    await page.getByRole("button", { name: "Make digital: One" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Downloads per unit").fill("2")
    await screenshot(page, "digital-terms")
    await drawer.getByRole("button", { name: "Save" }).click()
    await seen(page.getByText("No files yet"))
    await page
      .locator('input[type=file][aria-label="Add file"]')
      .setInputFiles(fileNamed("pattern.pdf"))
    await seen(page.getByText("pattern.pdf"))
    await seen(page.getByText("Ready", { exact: true }))
    await screenshot(page, "digital-product")
    const client = await adminClient()
    const { body } = await client.get<AdminDigitalProductsResponse>(
      `/admin/digital-products?product_id=${product.id}`
    )
    expect(body.digital_products[0]?.files).toMatchObject([
      { status: "ready", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  }, 120_000)

  it("is downloaded from the mail's page by a click, and revoked by the merchant", async () => {
    const order = await placeDigitalOrder([product])
    await captureOrder(order)
    await untilStates(order.id, ["active"])
    const token = await accessTokenOf(order.id)
    await page.goto(`${baseUrl()}/downloads#token=${token}`)
    await seen(page.getByRole("heading", { name: "Your downloads" }))
    await seen(page.getByText("Downloads left: 2"))
    await screenshot(page, "downloads-page")
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download pattern.pdf" }).click(),
    ])
    expect(download.suggestedFilename()).toBe("pattern.pdf")
    expect(
      readFileSync(await download.path()).equals(contentOf("pattern.pdf"))
    ).toBe(true)
    await seen(page.getByText("Downloads left: 1"))
    await seen(page.getByText("Chrome on Linux"))
    await screenshot(page, "downloads-history")

    await page.goto(`/app/orders/${order.id}`)
    const heading = page.getByRole("heading", { name: "Downloads" })
    await seen(heading)
    await page.getByText("History (").click()
    await seen(page.getByText("pattern.pdf downloaded"))
    const entry = page.getByRole("listitem").filter({ hasText: "Unit 1" })
    await entry.getByRole("button").click()
    await page.getByRole("menuitem", { name: "Revoke" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Revoke" }).click()
    await seen(drawer.getByText("Say why; it is kept"))
    await drawer.getByLabel("Reason").fill("shared publicly")
    await screenshot(page, "digital-revoke")
    await drawer.getByRole("button", { name: "Revoke" }).click()
    await seen(page.getByText("The download was revoked"))
    await screenshot(page, "digital-order")

    await page.goto(`${baseUrl()}/downloads#token=${token}`)
    await seen(page.getByText("Taken back"))
    expect(await page.getByRole("button", { name: /Download/ }).count()).toBe(0)
  }, 180_000)

  it("shows nothing of a broken link", async () => {
    await page.goto(`${baseUrl()}/downloads#token=${"x".repeat(43)}`)
    await seen(page.getByText("This link is not valid"))
    await screenshot(page, "downloads-invalid")
    await waitFor(() => admin.problems.length === 0, { what: "no problems" })
  })
})
