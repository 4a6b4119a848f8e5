import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Download, Page } from "playwright-core"
import type {
  AdminDigitalProductsResponse,
  StoreDownloadsResponse,
} from "../../src/types/digital-products"
import type { AdminMessagesResponse } from "../../src/types/messages"
import { type Customer, freshCustomer } from "../helpers/clients"
import { contentOf, grantsOf, untilStates } from "../helpers/digital-products"
import { temporaryFolder } from "../helpers/environment"
import { expectOk } from "../helpers/http"
import { describeWithChromium } from "../helpers/optional"
import { createProduct, type TestProduct } from "../helpers/products"
import { regionOf, storefront } from "../helpers/storefront"
import { waitFor } from "../helpers/wait-for"
import { screenshot, seen } from "./admin-session"
import {
  type DemoStore,
  offerCart,
  payInShop,
  startDemoStore,
} from "./demo-store"

const COUNTRY_HEADER = "cf-ipcountry"
const PDF = "pattern.pdf"

describeWithChromium("A digital product, from its upload to its buyer", () => {
  let store: DemoStore
  let product: TestProduct
  let buyer: Customer
  let orderId: string
  /** The short link that the first click made. */
  let usedLink: string
  let page: Page

  beforeAll(async () => {
    store = await startDemoStore("digital-journey", {
      DIGITAL_COUNTRY_HEADER: COUNTRY_HEADER,
      JOBS_POLL_INTERVAL_MS: "500",
    })
    const { url } = store
    product = await createProduct({ stock: 10, url })
    buyer = await freshCustomer({ url })
  }, 180_000)
  afterAll(() => store?.stop())
  beforeEach(async () => {
    page = await store.admin.newPage()
  })
  afterEach(() => page.close())

  const fileNamed = (name: string) => {
    const folder = mkdtempSync(path.join(temporaryFolder(), "upload-"))
    const file = path.join(folder, name)
    writeFileSync(file, contentOf(name))
    return file
  }

  /** A cart of the product alone: no address, no shipping. */
  async function filledCart() {
    const sdk = storefront(store)
    await sdk.auth.login("customer", "emailpass", buyer)
    const { id: region_id } = await regionOf(sdk, "in")
    const { cart } = await sdk.store.cart.create({
      ...{ region_id, email: buyer.email },
      items: [{ variant_id: product.variantId, quantity: 1 }],
    })
    return { sdk, cart, token: buyer.token }
  }

  /** The messages to the buyer, once so many of a template are sent; the newest first. */
  const sentTo = (template: string, count: number) =>
    waitFor(
      async () => {
        const query = `q=${buyer.email}&template=${template}&status=sent`
        const { messages } = await expectOk(
          store.client.get<AdminMessagesResponse>(`/admin/messages?${query}`)
        )
        return messages.length === count ? messages : undefined
      },
      { what: `${count} ${template}`, timeoutMs: 60_000 }
    )

  /** What a click on the mail's button opens, as a buyer in India sees it. */
  async function openMailedPage(): Promise<Page> {
    await seen(page.getByText("This store has no mail server"))
    const mail = page.getByRole("dialog").frameLocator("iframe")
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      mail.getByRole("link", { name: "To the downloads" }).click(),
    ])
    await opened.setExtraHTTPHeaders({ [COUNTRY_HEADER]: "in" })
    return opened
  }

  const clickToDownload = async (opened: Page): Promise<Download> => {
    const button = opened.getByRole("button", { name: `Download ${PDF}` })
    const [download] = await Promise.all([
      opened.waitForEvent("download"),
      button.click(),
    ])
    return download
  }

  it("is made, uploaded and looked at on the product's page", async () => {
    await page.goto(`/app/products/${product.id}`)
    await seen(page.getByRole("heading", { name: "Digital delivery" }))
    await page.getByRole("button", { name: "Make digital: One" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Downloads per unit").fill("3")
    await screenshot(page, "digital-terms")
    await drawer.getByRole("button", { name: "Save" }).click()
    await seen(page.getByText("No files yet"))
    await page
      .locator('input[type=file][aria-label="Add file"]')
      .setInputFiles(fileNamed(PDF))
    await seen(page.getByText(PDF))
    const state = page.getByText("Ready", { exact: true })
    await seen(state)
    await state.scrollIntoViewIfNeeded()
    await screenshot(page, "digital-product")
    const { digital_products: products } = await expectOk(
      store.client.get<AdminDigitalProductsResponse>(
        `/admin/digital-products?product_id=${product.id}`
      )
    )
    expect(products[0]?.files).toMatchObject([
      { status: "ready", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  }, 120_000)

  it("is paid at Razorpay, and its mail waits in the local mailbox with a link that works", async () => {
    await offerCart(store, "/digital", await filledCart())
    const shown = { page, picture: "digital" }
    orderId = await payInShop(store, "/digital", shown)
    await untilStates(orderId, ["active"], store)
    await sentTo("order-placed", 1)
    await page.goto(`/app/messages?q=${encodeURIComponent(buyer.email)}`)
    const row = page.getByRole("row", { name: "Order confirmation" })
    await seen(row.getByText("Sent"))
    await screenshot(page, "mailbox")
    await row.getByText("Order confirmation").click()
    const mail = page.getByRole("dialog").frameLocator("iframe")
    await seen(mail.getByText("Hello Asha Rao,"))
    await screenshot(page, "mailbox-mail")
    const opened = await openMailedPage()
    await seen(opened.getByRole("heading", { name: "Your downloads" }))
    await seen(opened.getByText("Downloads left: 3"))
    await screenshot(opened, "downloads-page")
    const download = await clickToDownload(opened)
    usedLink = download.url()
    expect(download.suggestedFilename()).toBe(PDF)
    expect(readFileSync(await download.path()).equals(contentOf(PDF))).toBe(
      true
    )
    await seen(opened.getByText("Downloads left: 2"))
    await seen(opened.getByText("Chrome on Linux, IN"))
    await screenshot(opened, "downloads-history")
    await opened.close()
  }, 180_000)

  it("is told of in the owner's history, with its date, country and device", async () => {
    const { downloads } = await expectOk(
      buyer.client.get<StoreDownloadsResponse>("/store/customers/me/downloads")
    )
    expect(downloads).toMatchObject([
      { order_id: orderId, downloads_used: 1, state: "active" },
    ])
    const [entry] = downloads[0]?.history ?? []
    expect(entry).toMatchObject({
      ...{ filename: PDF, country: "IN", device: "Chrome on Linux" },
    })
    const age = Date.now() - new Date(entry?.created_at ?? 0).getTime()
    expect(age).toBeGreaterThan(0)
    expect(age).toBeLessThan(120_000)
  })

  it("is mailed again by an admin, as a new message that names the old", async () => {
    const [first] = await sentTo("order-placed", 1)
    await page.goto(`/app/messages/${first?.id}/details`)
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Send again" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Send again" })
      .click()
    await seen(page.getByText("It is queued again"))
    const [again] = await sentTo("order-placed", 2)
    expect(again).toMatchObject({ original_id: first?.id, cause: "resend" })
    await page.goto(`/app/messages/${again?.id}/details`)
    const toFirst = drawer.getByRole("link", { name: first?.id })
    await seen(toFirst)
    await toFirst.scrollIntoViewIfNeeded()
    await screenshot(page, "mailbox-again")
    const opened = await openMailedPage()
    await seen(opened.getByText("Downloads left: 2"))
    const download = await clickToDownload(opened)
    expect(readFileSync(await download.path()).equals(contentOf(PDF))).toBe(
      true
    )
    await opened.close()
    const [grant] = await grantsOf(orderId, store)
    expect(grant?.downloads_used).toBe(2)
  }, 120_000)

  it("is taken back by an admin: its page gives nothing more, and no link that was made works", async () => {
    expect((await fetch(usedLink)).status).toBe(200)
    await page.goto(`/app/orders/${orderId}`)
    await seen(page.getByRole("heading", { name: "Downloads" }))
    await page.getByText("History (").click()
    const uses = page.getByText(`${PDF} downloaded (Chrome on Linux, IN)`)
    await waitFor(async () => (await uses.count()) === 2, { what: "both uses" })
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

    expect((await fetch(usedLink)).status).toBe(410)
    const [grant] = await grantsOf(orderId, store)
    const link = await buyer.client.post<{ code: string }>(
      `/store/customers/me/downloads/${grant?.id}/link`
    )
    expect(link).toMatchObject({ status: 410, body: { code: "revoked" } })
    const [mail] = await sentTo("order-placed", 2)
    await page.goto(`/app/messages/${mail?.id}/details`)
    const opened = await openMailedPage()
    await seen(opened.getByText("Taken back"))
    expect(await opened.getByRole("button", { name: /Download/ }).count()).toBe(
      0
    )
    await screenshot(opened, "downloads-revoked")
    await opened.close()
  }, 180_000)

  it("shows nothing of a broken link", async () => {
    await page.goto(`/downloads#token=${"x".repeat(43)}`)
    await seen(page.getByText("This link is not valid"))
    await screenshot(page, "downloads-invalid")
    expect(store.admin.problems).toEqual([])
  })
})
