import type { Page } from "playwright-core"
import { cartReadyToPay } from "../helpers/carts"
import { adminClient } from "../helpers/clients"
import { expectOk, type HttpClient } from "../helpers/http"
import { describeWithChromium } from "../helpers/optional"
import { type Server, startServer } from "../helpers/server"
import { regionOf, storefront } from "../helpers/storefront"
import { waitFor } from "../helpers/wait-for"
import {
  type RazorpaySimulator,
  startRazorpaySimulator,
} from "../simulators/razorpay"
import { type AdminSession, openAdmin, screenshot, seen } from "./admin-session"
import { type CheckoutData, openShop, type Shop } from "./razorpay-shop"

/** As the demo registers it; only so may a production server speak with a simulator. */
const SIMULATOR = "pp_razorpay_simulator"

/** Medusa's own drawer for refunds lacks a title. */
const CORES_OWN = /`DialogContent` requires a `DialogTitle`/

const environmentOf = (razorpay: RazorpaySimulator, shop: Shop) => ({
  DEMO: "true",
  RAZORPAY_SIMULATOR: "true",
  RAZORPAY_HOST: razorpay.url,
  RAZORPAY_KEY_ID: razorpay.keyId,
  RAZORPAY_KEY_SECRET: razorpay.keySecret,
  RAZORPAY_WEBHOOK_SECRET: razorpay.webhookSecret,
  RAZORPAY_NAME: "Medusa Commerce Suite",
  RAZORPAY_CAPTURE: "true",
  STORE_CORS: shop.url,
})

type Payment = { id: string; captured_at: string | null; amount: number }

describeWithChromium(
  "A payment at Razorpay, from the cart to its refund",
  () => {
    let razorpay: RazorpaySimulator
    let shop: Shop
    let server: Server
    let admin: AdminSession
    let client: HttpClient
    let page: Page

    beforeAll(async () => {
      razorpay = await startRazorpaySimulator()
      shop = await openShop(() => server.url)
      const env = environmentOf(razorpay, shop)
      server = await startServer({ name: "razorpay-journey", env })
      const { url } = server
      razorpay.webhooks.options.url = `${url}/hooks/payment/razorpay_simulator`
      client = await adminClient({ url })
      const region = await regionOf(storefront({ url }), "in")
      await expectOk(
        client.post(`/admin/regions/${region.id}`, {
          payment_providers: ["pp_system_default", SIMULATOR],
        })
      )
      admin = await openAdmin({ url })
    }, 180_000)
    afterAll(async () => {
      await admin?.close()
      await server?.stop()
      await razorpay?.stop()
      shop?.close()
    })

    beforeEach(async () => {
      page = await admin.newPage()
    })
    afterEach(() => page.close())

    /** A cart that only Razorpay's Checkout is missing for, shown in the shop. */
    async function offerCart(path: string) {
      const { sdk, cart } = await cartReadyToPay({ url: server.url })
      const { payment_collection: collection } =
        await sdk.store.payment.initiatePaymentSession(cart, {
          provider_id: SIMULATOR,
        })
      const session = collection.payment_sessions?.find(
        ({ provider_id }) => provider_id === SIMULATOR
      )
      shop.offer(path, session?.data as CheckoutData)
      return { cart, razorpayOrder: String(session?.data.id) }
    }

    const paymentOf = async (orderId: string) => {
      const { order } = await expectOk(
        client.get<{
          order: { payment_collections: { payments: Payment[] }[] }
        }>(`/admin/orders/${orderId}?fields=*payment_collections.payments`)
      )
      return order.payment_collections[0]?.payments[0]
    }

    /** Pays in the frame that Checkout opens. @returns the order that the store confirms */
    async function payInShop(path: string, picture: string): Promise<string> {
      await page.goto(`${shop.url}${path}`)
      await page.getByRole("button", { name: "Pay with Razorpay" }).click()
      const checkout = page.frameLocator("iframe")
      await checkout.getByLabel("UPI").check()
      await screenshot(page, `${picture}-checkout`)
      await checkout.getByRole("button", { name: /^Pay ₹/ }).click()
      const confirmed = page.getByText("is confirmed")
      await seen(confirmed)
      await screenshot(page, `${picture}-confirmed`)
      return /order_\w+/.exec((await confirmed.textContent()) ?? "")?.[0] ?? ""
    }

    it("is confirmed to the shopper, refunded in part by the merchant, and told in the order's timeline", async () => {
      const { cart, razorpayOrder } = await offerCart("/paid")
      const orderId = await payInShop("/paid", "razorpay")
      const payment = await waitFor(
        async () => {
          const found = await paymentOf(orderId)
          return found?.captured_at ? found : undefined
        },
        { what: "the captured payment" }
      )
      expect(payment.amount).toBe(cart.total)

      await page.goto(`/app/orders/${orderId}/refund?paymentId=${payment.id}`)
      await page.locator("input[name=amount]").fill("12.34")
      await screenshot(page, "razorpay-refund")
      await page.getByRole("button", { name: "Save" }).click()
      await page.waitForURL(({ pathname }) => pathname.endsWith(orderId))
      expect(razorpay.ledger.books(razorpayOrder)).toMatchObject({
        captured: Math.round(cart.total * 100),
        refunded: 1234,
      })

      await page.goto(`/app/orders/${orderId}`)
      const entries = page
        .getByRole("listitem")
        .filter({ hasText: "Succeeded" })
      await seen(entries.filter({ hasText: "Refund · ₹12.34" }))
      await seen(entries.filter({ hasText: "Authorize" }))
      await entries.first().scrollIntoViewIfNeeded()
      await screenshot(page, "razorpay-order")
      const ours = admin.problems.filter((text) => !CORES_OWN.test(text))
      expect(ours).toEqual([])
    }, 180_000)

    it("becomes an order although the shopper never came back", async () => {
      const { cart, razorpayOrder } = await offerCart("/left")
      await page.goto(`${shop.url}/left`)
      await page.getByRole("button", { name: "Pay with Razorpay" }).click()
      await seen(page.frameLocator("iframe").getByText("How do you pay?"))
      await page.goto("about:blank")
      razorpay.control.pay(razorpayOrder, { method: "netbanking" })
      const order = await waitFor(
        async () => {
          const { orders } = await expectOk(
            client.get<{ orders: { id: string }[] }>(
              `/admin/orders?q=${encodeURIComponent(cart.email ?? "")}`
            )
          )
          return orders[0]
        },
        { what: "the order that the webhook places" }
      )
      // The order's row is there a moment before its payment.
      const payment = await waitFor(() => paymentOf(order.id), {
        what: "the order's payment",
      })
      expect(payment.amount).toBe(cart.total)
    }, 120_000)
  }
)
