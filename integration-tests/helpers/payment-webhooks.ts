import { randomUUID } from "node:crypto"
import type { StripeSimulator } from "../simulators/stripe"
import { cartReadyToPay } from "./carts"
import { adminClient, anonymousClient } from "./clients"
import { query } from "./database"
import { expectOk } from "./http"
import { createProduct } from "./products"
import { regionOf, storefront } from "./storefront"
import { waitFor } from "./wait-for"

export const STRIPE = "pp_stripe_stripe"
export const STRIPE_HOOK = "/hooks/payment/stripe_stripe"

/** What a server needs to take a simulator for Stripe. */
export const stripeEnvironment = (stripe: StripeSimulator) => ({
  STRIPE_API_KEY: stripe.apiKey,
  STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
  STRIPE_HOST: stripe.url,
  STRIPE_CAPTURE: "true",
  // Production would refuse another host than Stripe's own.
  NODE_ENV: "development",
})

/** Lets a country's region be paid through Stripe. */
export async function offerStripe(url: string, country = "in") {
  const admin = await adminClient({ url })
  const region = await regionOf(storefront({ url }), country)
  await expectOk(
    admin.post(`/admin/regions/${region.id}`, {
      payment_providers: ["pp_system_default", STRIPE],
    })
  )
}

export type PaidCart = { cartId: string; sessionId: string; intentId: string }

/** A cart with everything but the shopper's payment at Stripe. */
export async function cartForStripe(
  url: string,
  stripe: StripeSimulator,
  variantId?: string,
  quantity = 1
): Promise<PaidCart> {
  const variant =
    variantId ?? (await createProduct({ stock: 50, url })).variantId
  const { sdk, cart } = await cartReadyToPay({
    ...{ url, variantId: variant, quantity },
  })
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    cart,
    {
      provider_id: STRIPE,
    }
  )
  const sessionId =
    payment_collection.payment_sessions?.find(
      ({ provider_id }) => provider_id === STRIPE
    )?.id ?? ""
  const intentId = stripe.control.findIntent(sessionId)?.id ?? ""
  return { cartId: cart.id, sessionId, intentId }
}

export type WebhookRow = {
  id: string
  provider_id: string
  event_id: string | null
  event_type: string | null
  status: string
  reason: string | null
  last_error: string | null
  attempts: number
  action: string | null
}

export const webhookRows = (databaseUrl: string) =>
  query<WebhookRow>(
    databaseUrl,
    "select * from payment_webhook order by received_at"
  )

/** Waits until none of the server's webhooks waits any more; tells what became of all. */
export const webhooksWorkedOff = (databaseUrl: string) =>
  waitFor(
    async () => {
      const rows = await webhookRows(databaseUrl)
      const isDone = rows.every(({ status }) => status !== "received")
      return isDone ? rows : undefined
    },
    { what: "all webhooks to be worked off", timeoutMs: 60_000 }
  )

/** A delivery of the system provider, which is not the suite's: any body is taken. @returns its row's id */
export async function foreignWebhook(
  databaseUrl: string,
  url?: string
): Promise<string> {
  const note = randomUUID()
  await expectOk(
    anonymousClient({ url }).post("/hooks/payment/system_default", { note })
  )
  const [row] = await query<{ id: string }>(
    databaseUrl,
    "select id from payment_webhook where provider_id = 'pp_system_default' order by received_at desc limit 1"
  )
  return row?.id ?? ""
}
