import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import {
  type RazorpaySimulator,
  startRazorpaySimulator,
} from "../simulators/razorpay"
import { cartReadyToPay } from "./carts"
import { adminClient, storeClient } from "./clients"
import { query } from "./database"
import { expectOk, type HttpClient } from "./http"
import type { WebhookRow } from "./payment-webhooks"
import { type Server, startServer } from "./server"
import { waitFor } from "./wait-for"

export const RAZORPAY = "pp_razorpay_razorpay"
export const RAZORPAY_HOOK = "/hooks/payment/razorpay_razorpay"

/** What a server needs to take a simulator for Razorpay. */
export const razorpayEnvironment = (razorpay: RazorpaySimulator) => ({
  // A host other than Razorpay is refused in production, and so are test keys.
  NODE_ENV: "development",
  RAZORPAY_KEY_ID: razorpay.keyId,
  RAZORPAY_KEY_SECRET: razorpay.keySecret,
  RAZORPAY_WEBHOOK_SECRET: razorpay.webhookSecret,
  RAZORPAY_HOST: razorpay.url,
})

/** Lets all regions of a store be paid through Razorpay, beside the system provider. */
export async function offerRazorpay(url: string) {
  const admin = await adminClient({ url })
  const { regions } = await expectOk(
    admin.get<{ regions: { id: string }[] }>("/admin/regions?limit=50")
  )
  const payment_providers = ["pp_system_default", RAZORPAY]
  for (const { id } of regions) {
    await expectOk(admin.post(`/admin/regions/${id}`, { payment_providers }))
  }
}

export type RazorpayStore = {
  razorpay: RazorpaySimulator
  server: Server
  admin: HttpClient
  url: string
  stop: () => Promise<void>
}

/** A store of a spec's own with a Razorpay of its own, whose webhooks reach it. */
export async function startRazorpayStore(
  name: string,
  env: Record<string, string> = {}
): Promise<RazorpayStore> {
  const razorpay = await startRazorpaySimulator()
  const server = await startServer({
    name,
    env: { ...razorpayEnvironment(razorpay), ...env },
  })
  const { url } = server
  razorpay.webhooks.options.url = `${url}${RAZORPAY_HOOK}`
  await offerRazorpay(url)
  const stop = async () => {
    await server.stop()
    await razorpay.stop()
  }
  return { razorpay, server, admin: await adminClient({ url }), url, stop }
}

type SessionData = {
  id: string
  checkout: { key: string; order_id: string; amount: number; currency: string }
}

export async function razorpaySessionOf(
  sdk: Medusa,
  cart: HttpTypes.StoreCart,
  data?: Record<string, unknown>
) {
  const { payment_collection: collection } =
    await sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: RAZORPAY,
      data,
    })
  const session = collection.payment_sessions?.find(
    ({ provider_id }) => provider_id === RAZORPAY
  )
  return { id: session?.id ?? "", data: session?.data as SessionData }
}

/** A cart with a session of Razorpay that the shopper has not paid yet. */
export async function cartForRazorpay(
  options: Parameters<typeof cartReadyToPay>[0]
) {
  const { sdk, cart } = await cartReadyToPay(options)
  const session = await razorpaySessionOf(sdk, cart)
  return { sdk, cart, session, orderId: session.data.id }
}

export type Verified = {
  type: "order" | "cart"
  order: HttpTypes.StoreOrder
  message?: string
}

/** What Checkout's handler does. */
export const verify = (
  { razorpay, url }: Pick<RazorpayStore, "razorpay" | "url">,
  paymentId: string,
  { changes = {}, client = storeClient({ url }) } = {} as {
    changes?: Record<string, unknown>
    client?: HttpClient
  }
) =>
  client.post<Verified>("/store/razorpay/verify", {
    ...razorpay.control.checkoutResult(paymentId),
    ...changes,
  })

export type MedusaPayment = {
  id: string
  amount: number
  captured_at: string | null
  captures: { amount: number }[]
  refunds: { id: string; amount: number }[]
  data: Record<string, unknown>
}

/** The payments of an order as the admin sees them; a checkout writes its order before its payment. */
async function paymentsOf(admin: HttpClient, orderId: string) {
  const fields =
    "id,*payment_collections.payments,*payment_collections.payments.captures,*payment_collections.payments.refunds"
  const { order } = await expectOk(
    admin.get<{
      order: { payment_collections: { payments: MedusaPayment[] }[] }
    }>(`/admin/orders/${orderId}?fields=${fields}`)
  )
  return order.payment_collections.flatMap((each) => each.payments)
}

/** The one payment of an order, once there is one. */
export async function paymentOf(
  admin: HttpClient,
  orderId: string
): Promise<MedusaPayment> {
  const payments = await waitFor(
    async () => {
      const found = await paymentsOf(admin, orderId)
      return found.length > 0 ? found : undefined
    },
    { what: `the payment of ${orderId}`, timeoutMs: 30_000 }
  )
  expect(payments).toHaveLength(1)
  return payments[0] as MedusaPayment
}

/** The webhooks about one payment at Razorpay, once so many of them are worked off; of one kind, if it is named. */
export function webhooksOf(
  databaseUrl: string,
  gatewayPaymentId: string,
  count: number,
  eventType: string | null = null
): Promise<WebhookRow[]> {
  return waitFor(
    async () => {
      const rows = await query<WebhookRow>(
        databaseUrl,
        `select * from payment_webhook
          where gateway_payment_id = $1 and status <> 'received'
            and event_type = coalesce($2, event_type)
          order by received_at`,
        [gatewayPaymentId, eventType]
      )
      return rows.length >= count ? rows : undefined
    },
    { what: `${count} webhooks of ${gatewayPaymentId}`, timeoutMs: 30_000 }
  )
}

/** The orders of a cart; a race must leave one. */
export async function ordersOf(databaseUrl: string, cartId: string) {
  const rows = await query<{ order_id: string }>(
    databaseUrl,
    "select order_id from order_cart where cart_id = $1 and deleted_at is null",
    [cartId]
  )
  return rows.map(({ order_id }) => order_id)
}

export const placedFor = (databaseUrl: string, cartId: string) =>
  waitFor(async () => (await ordersOf(databaseUrl, cartId))[0], {
    what: "the order",
    timeoutMs: 30_000,
  })
