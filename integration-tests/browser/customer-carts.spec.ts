/** The attack: the next visitor of a shared browser, who sees what the one before wanted to buy. */
import "./disposable"
import { type Browser, chromium, type Page } from "playwright-core"
import { type Customer, freshCustomer } from "../helpers/clients"
import { newCart } from "../helpers/customer-carts"
import { chromium as executablePath } from "../helpers/environment"
import { describeWithChromium } from "../helpers/optional"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import { screenshot, seen } from "./admin-session"
import { type CartShop, openCartShop } from "./cart-shop"

describeWithChromium("A cart in the browser", () => {
  let shop: CartShop
  let server: Server
  let browser: Browser
  let page: Page
  let customer: Customer
  let titles: { lamp: string; rug: string }

  beforeAll(async () => {
    shop = await openCartShop()
    server = await startServer({
      name: "customer-carts-journey",
      env: { STORE_CORS: shop.url, AUTH_CORS: shop.url },
    })
    const { url } = server
    const lamp = await createProduct({ stock: 9, url })
    const rug = await createProduct({ stock: 9, url })
    titles = { lamp: lamp.title, rug: rug.title }
    shop.sell({ backend: url, variantId: lamp.variantId })
    customer = await freshCustomer({ url })
    // What they put into their cart at home.
    await newCart({ url, customer, items: [[rug.variantId, 2]] })
    browser = await chromium.launch({
      executablePath: executablePath(),
      args: ["--no-sandbox", "--disable-gpu"],
    })
    page = await browser.newPage()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    shop?.close()
  })

  const entry = (text: string) =>
    page.getByRole("listitem").filter({ hasText: text })
  const cartId = () => page.evaluate(() => localStorage.getItem("cart_id"))
  const press = (name: string) => page.getByRole("button", { name }).click()

  it("is filled by a guest, takes the older items in at the sign-in, and is nobody's after it", async () => {
    await page.goto(shop.url)
    await seen(page.getByText("Your cart is empty"))
    await press("Add a lamp")
    await seen(entry(`1 × ${titles.lamp}`))
    const guests = await cartId()

    await page.getByPlaceholder("E-mail").fill(customer.email)
    await page.getByPlaceholder("Password").fill(customer.password)
    await press("Sign in")
    await seen(entry(`2 × ${titles.rug}`))
    await seen(entry(`1 × ${titles.lamp}`))
    expect(await cartId()).toBe(guests)
    await screenshot(page, "customer-carts-signed-in")
    await page.reload()
    await seen(entry(`2 × ${titles.rug}`))

    await press("Sign out")
    await seen(page.getByText("Your cart is empty"))
    await page.reload()
    await seen(page.getByText("Your cart is empty"))
    // Not even with the id, out of the browser's history say.
    await page.evaluate(
      (id) => localStorage.setItem("cart_id", id),
      `${guests}`
    )
    await page.reload()
    await seen(page.getByText("Your cart is empty"))
    expect(await page.getByRole("listitem").count()).toBe(0)

    await page.evaluate(() => localStorage.removeItem("cart_id"))
    await press("Add a lamp")
    await seen(entry(`1 × ${titles.lamp}`))
    expect(await page.getByRole("listitem").count()).toBe(1)
    expect(await cartId()).not.toBe(guests)
  })
})
