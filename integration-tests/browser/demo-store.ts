import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import type { Page } from "playwright-core"
import { adminClient } from "../helpers/clients"
import { expectOk, type HttpClient } from "../helpers/http"
import { type Server, startServer } from "../helpers/server"
import { regionOf, storefront } from "../helpers/storefront"
import {
  type RazorpaySimulator,
  startRazorpaySimulator,
} from "../simulators/razorpay"
import { type AdminSession, openAdmin, screenshot, seen } from "./admin-session"
import { type CheckoutData, openShop, type Shop } from "./razorpay-shop"

/** As the demo registers it; only so may a production server speak with a simulator. */
const SIMULATOR = "pp_razorpay_simulator"

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

export type DemoStore = {
  url: string
  razorpay: RazorpaySimulator
  shop: Shop
  client: HttpClient
  /** A browser, logged in to the admin. */
  admin: AdminSession
  stop: () => Promise<void>
}

/** The demo store as `npm start` runs it, in which India pays at a Razorpay of the spec's own. */
export async function startDemoStore(
  name: string,
  more: Record<string, string> = {}
): Promise<DemoStore> {
  const razorpay = await startRazorpaySimulator()
  let server: Server | undefined
  let admin: AdminSession | undefined
  const shop = await openShop(() => server?.url ?? "")
  const stop = async () => {
    await admin?.close()
    await server?.stop()
    await razorpay.stop()
    shop.close()
  }
  try {
    const env = { ...environmentOf(razorpay, shop), ...more }
    server = await startServer({ name, env })
    const { url } = server
    razorpay.webhooks.options.url = `${url}/hooks/payment/razorpay_simulator`
    const client = await adminClient({ url })
    const region = await regionOf(storefront({ url }), "in")
    await expectOk(
      client.post(`/admin/regions/${region.id}`, {
        payment_providers: ["pp_system_default", SIMULATOR],
      })
    )
    admin = await openAdmin({ url })
    return { url, razorpay, shop, client, admin, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Shows a cart in the shop that only Razorpay's Checkout is missing for. @returns the order at Razorpay */
export async function offerCart(
  { shop }: DemoStore,
  path: string,
  {
    sdk,
    cart,
    token,
  }: { sdk: Medusa; cart: HttpTypes.StoreCart; token?: string }
): Promise<string> {
  const { payment_collection: collection } =
    await sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: SIMULATOR,
    })
  const session = collection.payment_sessions?.find(
    ({ provider_id }) => provider_id === SIMULATOR
  )
  shop.offer(path, { ...(session?.data as CheckoutData), token })
  return String(session?.data.id)
}

/** Pays in the frame that Checkout opens. @returns the order that the store confirms */
export async function payInShop(
  { shop }: DemoStore,
  path: string,
  { page, picture }: { page: Page; picture: string }
): Promise<string> {
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
