import type { Page } from "playwright-core"
import { cartReadyToPay } from "../helpers/carts"
import { expectOk } from "../helpers/http"
import { describeWithChromium } from "../helpers/optional"
import { waitFor } from "../helpers/wait-for"
import { screenshot, seen } from "./admin-session"
import {
  offerCart,
  payInShop,
  type DemoStore,
  startDemoStore,
} from "./demo-store"

/** Medusa's own drawer for refunds lacks a title. */
const CORES_OWN = /`DialogContent` requires a `DialogTitle`/

type Payment = { id: string; captured_at: string | null; amount: number }

describeWithChromium(
  "A payment at Razorpay, from the cart to its refund",
  () => {
    let store: DemoStore
    let page: Page

    beforeAll(async () => {
      store = await startDemoStore("razorpay-journey")
    }, 180_000)
    afterAll(() => store?.stop())

    beforeEach(async () => {
      page = await store.admin.newPage()
    })
    afterEach(() => page.close())

    async function offer(path: string) {
      const ready = await cartReadyToPay({ url: store.url })
      const razorpayOrder = await offerCart(store, path, ready)
      return { cart: ready.cart, razorpayOrder }
    }

    const paymentOf = async (orderId: string) => {
      const { order } = await expectOk(
        store.client.get<{
          order: { payment_collections: { payments: Payment[] }[] }
        }>(`/admin/orders/${orderId}?fields=*payment_collections.payments`)
      )
      return order.payment_collections[0]?.payments[0]
    }

    it("is confirmed to the shopper, refunded in part by the merchant, and told in the order's timeline", async () => {
      const { cart, razorpayOrder } = await offer("/paid")
      const picture = "razorpay"
      const orderId = await payInShop(store, "/paid", { page, picture })
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
      expect(store.razorpay.ledger.books(razorpayOrder)).toMatchObject({
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
      const ours = store.admin.problems.filter((text) => !CORES_OWN.test(text))
      expect(ours).toEqual([])
    }, 180_000)

    it("becomes an order although the shopper never came back", async () => {
      const { cart, razorpayOrder } = await offer("/left")
      await page.goto(`${store.shop.url}/left`)
      await page.getByRole("button", { name: "Pay with Razorpay" }).click()
      await seen(page.frameLocator("iframe").getByText("How do you pay?"))
      await page.goto("about:blank")
      store.razorpay.control.pay(razorpayOrder, { method: "netbanking" })
      const order = await waitFor(
        async () => {
          const { orders } = await expectOk(
            store.client.get<{ orders: { id: string }[] }>(
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
