import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { expectOk, type HttpClient } from "../../helpers/http"
import {
  STRIPE,
  STRIPE_HOOK,
  webhooksWorkedOff,
} from "../../helpers/payment-webhooks"
import { transactionsOf } from "../../helpers/payments"
import { type Server, startServer } from "../../helpers/server"
import {
  type StripeSimulator,
  startStripeSimulator,
} from "../../simulators/stripe"

const SECRETS = /_secret_\w|sk_test_\w|whsec_\w/
const SYSTEM = "pp_system_default"

type Payment = { id: string; amount: number; captured_at: string | null }
type Collection = { refunded_amount: number; payments: Payment[] }
type Order = { id: string; payment_collections: Collection[] }

let stripe: StripeSimulator
let server: Server
let admin: HttpClient

/** The seeded regions sell with the system provider only. */
async function sellWithStripe() {
  const { regions } = await expectOk(
    admin.get<{ regions: { id: string }[] }>("/admin/regions?limit=50")
  )
  const payment_providers = [SYSTEM, STRIPE]
  for (const { id } of regions) {
    await expectOk(admin.post(`/admin/regions/${id}`, { payment_providers }))
  }
}

beforeAll(async () => {
  stripe = await startStripeSimulator()
  server = await startServer({
    name: "stripe",
    env: {
      // A host other than Stripe is refused in production.
      NODE_ENV: "development",
      STRIPE_API_KEY: stripe.apiKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_HOST: stripe.url,
    },
  })
  admin = await adminClient({ url: server.url })
  await sellWithStripe()
}, 180_000)

afterAll(async () => {
  await server?.stop()
  await stripe?.stop()
})

async function sessionOf(sdk: Medusa, cart: HttpTypes.StoreCart) {
  const { payment_collection: collection } =
    await sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: STRIPE,
    })
  const session = collection.payment_sessions?.find(
    ({ provider_id }) => provider_id === STRIPE
  )
  return {
    id: session?.id ?? "",
    data: (session?.data ?? {}) as { id: string; client_secret: string },
  }
}

/** A cart with a session of Stripe that the shopper has not paid yet. */
async function cartWithStripe() {
  const { sdk, cart } = await cartReadyToPay({ country: "us", url: server.url })
  return { sdk, cart, session: await sessionOf(sdk, cart) }
}

async function placedOrder() {
  const { sdk, cart, session } = await cartWithStripe()
  stripe.control.pay(session.data.id)
  const order = await completeCart(sdk, cart.id)
  return { order, total: Math.round(cart.total * 100), intent: session.data.id }
}

async function paymentsOf(orderId: string) {
  const { order } = await expectOk(
    admin.get<{ order: Order }>(
      `/admin/orders/${orderId}?fields=id,*payment_collections,*payment_collections.payments`
    )
  )
  const [collection] = order.payment_collections
  const [payment] = collection?.payments ?? []
  return {
    refunded: collection?.refunded_amount,
    paymentId: payment?.id ?? "",
    payment,
  }
}

describe("a store with STRIPE_API_KEY", () => {
  it("places no order before Stripe holds the money", async () => {
    const { sdk, cart, session } = await cartWithStripe()
    expect(session.data.client_secret).toContain("_secret_")
    const complete = () => sdk.store.cart.complete(cart.id)
    await expect(complete()).rejects.toThrow("was not authorized")

    stripe.control.pay(session.data.id, "decline")
    await expect(complete()).rejects.toThrow("was not authorized")

    stripe.control.pay(session.data.id)
    const order = await completeCart(sdk, cart.id)
    expect(order.total).toBe(cart.total)
    expect(stripe.control.findIntent(session.id)?.id).toBe(session.data.id)
  }, 60_000)

  it("captures and refunds in part from the admin, and both books agree", async () => {
    const { order, total, intent } = await placedOrder()
    const { paymentId } = await paymentsOf(order.id)
    await expectOk(admin.post(`/admin/payments/${paymentId}/capture`))
    expect(stripe.ledger.books(intent).captured).toBe(total)
    const captured = await paymentsOf(order.id)
    expect(captured.payment?.captured_at).not.toBeNull()

    for (const amount of [5, 2.5]) {
      await expectOk(
        admin.post(`/admin/payments/${paymentId}/refund`, { amount })
      )
    }
    expect(stripe.ledger.books(intent).refunded).toBe(750)
    expect((await paymentsOf(order.id)).refunded).toBe(7.5)
  }, 60_000)

  it("captures the part that the admin asks for, and refuses a second part", async () => {
    const { order, intent } = await placedOrder()
    const { paymentId } = await paymentsOf(order.id)
    const capture = () =>
      admin.post(`/admin/payments/${paymentId}/capture`, { amount: 4 })
    await expectOk(capture())
    expect(stripe.ledger.books(intent).captured).toBe(400)
    const second = await capture()
    expect(second.status).toBe(400)
    expect(stripe.ledger.books(intent).captured).toBe(400)
  }, 60_000)

  it("answers 400 when Stripe refuses a refund, and keeps the books", async () => {
    const { order, intent, total } = await placedOrder()
    const { paymentId } = await paymentsOf(order.id)
    await expectOk(admin.post(`/admin/payments/${paymentId}/capture`))
    stripe.control.refund({ payment_intent: intent })
    const refused = await admin.post(`/admin/payments/${paymentId}/refund`, {
      amount: 3,
    })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toContain("charge_already_refunded")
    expect(stripe.ledger.books(intent).refunded).toBe(total)
  }, 60_000)

  it("gives the money back when the order is canceled", async () => {
    const { order, total, intent } = await placedOrder()
    await expectOk(admin.post(`/admin/orders/${order.id}/cancel`))
    expect(stripe.ledger.books(intent)).toMatchObject({
      captured: 0,
      released: total,
    })
  }, 60_000)

  it("writes every attempt down once, webhooks too: what, how much, who, and Stripe's ids, but no secret", async () => {
    stripe.webhooks.options.url = `${server.url}${STRIPE_HOOK}`
    stripe.webhooks.plan = { hold: true, copies: 2 }
    const { order, total, intent } = await placedOrder()
    const { paymentId } = await paymentsOf(order.id)
    await expectOk(admin.post(`/admin/payments/${paymentId}/capture`))
    await expectOk(
      admin.post(`/admin/payments/${paymentId}/refund`, { amount: 5 })
    )
    const told = await deliverAndReplay()

    const rows = await transactionsOf(order.id, { url: server.url })
    const own = rows.filter(({ source }) => source === "provider")
    const ended = { outcome: "succeeded", gateway_payment_id: intent }
    const by = (cause: string) => ({ cause, ...ended, currency_code: "usd" })
    expect(own).toEqual([
      expect.objectContaining({ action: "create", ...by("storefront") }),
      expect.objectContaining({ action: "authorize", ...by("storefront") }),
      expect.objectContaining({ action: "capture", ...by("admin") }),
      expect.objectContaining({ action: "refund", ...by("admin") }),
    ])
    expect(own.map(({ amount }) => Number(amount) * 100)).toEqual([
      ...[total, total, total],
      500,
    ])
    expect(own.slice(2).map(({ actor_type }) => actor_type)).toEqual([
      "user",
      "user",
    ])
    const webhooks = rows.filter(({ action }) => action === "webhook")
    expect(webhooks).toHaveLength(
      told.filter(({ status }) => status === "done").length
    )
    expect(new Set(webhooks.map(({ cause }) => cause))).toEqual(
      new Set(["webhook"])
    )
    for (const row of webhooks) {
      expect(row).toMatchObject({ ...ended, source: "webhook", error: null })
      expect(row.gateway_reference_id).toMatch(/^(evt|re)_/)
    }
    expect(JSON.stringify(rows)).not.toMatch(SECRETS)
  }, 90_000)

  /** All that Stripe had to tell, out of order, twice, and then replayed. */
  async function deliverAndReplay() {
    stripe.webhooks.plan = {}
    stripe.webhooks.release("shuffled")
    await stripe.webhooks.idle()
    const rows = await workedOff()
    expect(rows.length).toBeGreaterThan(3)
    const ids = rows.map(({ id }) => id)
    await expectOk(admin.post("/admin/payment-webhooks/replay", { ids }))
    return workedOff()
  }

  const workedOff = () => webhooksWorkedOff(server.databaseUrl)

  it("writes no secret of Stripe into its log", () => {
    expect(server.log()).not.toMatch(SECRETS)
  })
})
