import { Client } from "@medusajs/framework/pg"
import { type Database, query, seededDatabase } from "../helpers/database"
import {
  cartForStripe,
  offerStripe,
  type PaidCart,
  STRIPE_HOOK,
  stripeEnvironment,
  webhooksWorkedOff,
} from "../helpers/payment-webhooks"
import { startPostgres, stopPostgres } from "../helpers/postgres"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"
import {
  startStripeSimulator,
  type StripeSimulator,
} from "../simulators/stripe"

const CARTS = 5
/** A second, and what a busy machine of the specs takes longer. */
const SOON_MS = 1500

describe("webhooks that come while PostgreSQL is down", () => {
  let database: Database
  let server: Server
  let stripe: StripeSimulator
  let variantId: string

  beforeAll(async () => {
    stripe = await startStripeSimulator({
      webhook: { retryDelaysMs: Array<number>(200).fill(500) },
    })
    database = await seededDatabase()
    server = await startServer({
      name: "postgres-down",
      databaseUrl: database.url,
      env: stripeEnvironment(stripe),
    })
    await offerStripe(server.url)
    const product = await createProduct({ stock: 50, url: server.url })
    variantId = product.variantId
  }, 120_000)

  afterAll(async () => {
    await startPostgres()
    await server?.stop()
    await stripe?.stop()
    await database?.drop()
  }, 60_000)

  async function cartsToPay() {
    const carts: PaidCart[] = []
    for (let number = 0; number < CARTS; number++) {
      carts.push(await cartForStripe(server.url, stripe, variantId))
    }
    stripe.webhooks.options.url = `${server.url}${STRIPE_HOOK}`
    return carts
  }

  /** Until each of these events was sent once; tells what the store answered so far. */
  async function firstAnswers(events: string[]) {
    await waitFor(
      () =>
        events.every((event) =>
          stripe.webhooks.deliveries.some(({ event_id }) => event_id === event)
        ),
      { what: "an answer to each webhook" }
    )
    return stripe.webhooks.deliveries.filter(({ event_id }) =>
      events.includes(event_id)
    )
  }

  const eventsSince = (count: number) =>
    stripe.webhooks.events.slice(count).map(({ id }) => id)

  async function takenInOnce(events: string[]) {
    await stripe.webhooks.idle()
    const rows = await webhooksWorkedOff(database.url)
    const stored = rows.map(({ event_id }) => event_id ?? "")
    expect(stored.filter((event) => events.includes(event)).sort()).toEqual(
      events.sort()
    )
  }

  const ordersOf = (carts: PaidCart[]) =>
    query<{ orders: number; captures: number }>(
      database.url,
      `select count(distinct order_cart.order_id)::int as orders, count(distinct capture.id)::int as captures
       from cart_payment_collection link
       join payment on payment.payment_collection_id = link.payment_collection_id
       join capture on capture.payment_id = payment.id
       join order_cart on order_cart.cart_id = link.cart_id
       where link.cart_id = any($1) group by link.cart_id`,
      [carts.map(({ cartId }) => cartId)]
    )

  it("are answered with 503 within a second, and none is lost once it is back", async () => {
    const carts = await cartsToPay()
    const before = stripe.webhooks.events.length
    await stopPostgres()
    for (const { intentId } of carts) {
      stripe.control.pay(intentId)
    }
    const events = eventsSince(before)
    const answers = await firstAnswers(events)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(
      Math.max(...answers.map(({ milliseconds }) => milliseconds))
    ).toBeLessThan(SOON_MS)
    expect(server.log()).toContain(
      "[payment-webhooks] not stored, the gateway has to come again"
    )

    await startPostgres()
    await takenInOnce(events)
    expect(await ordersOf(carts)).toEqual(
      carts.map(() => ({ orders: 1, captures: 1 }))
    )
  }, 180_000)

  it("are answered with 503 within a second when it is up and does not answer, too", async () => {
    const [cart] = await cartsToPay()
    const before = stripe.webhooks.events.length
    const other = new Client({ connectionString: database.url })
    await other.connect()
    await other.query("begin")
    await other.query("lock table payment_webhook in access exclusive mode")
    stripe.control.pay(cart?.intentId ?? "")
    const events = eventsSince(before)
    const answers = await firstAnswers(events)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(
      Math.max(...answers.map(({ milliseconds }) => milliseconds))
    ).toBeLessThan(SOON_MS)

    await other.query("rollback")
    await other.end()
    await takenInOnce(events)
    expect(await ordersOf(cart ? [cart] : [])).toEqual([
      { orders: 1, captures: 1 },
    ])
  }, 120_000)
})
