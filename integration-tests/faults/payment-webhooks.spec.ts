import { setTimeout as sleep } from "node:timers/promises"
import { isDeepStrictEqual } from "node:util"
import { type Database, query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import {
  cartForStripe,
  offerStripe,
  type PaidCart,
  STRIPE_HOOK,
  stripeEnvironment,
  webhookRows,
} from "../helpers/payment-webhooks"
import { freePort } from "../helpers/ports"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"
import {
  startStripeSimulator,
  type StripeSimulator,
} from "../simulators/stripe"
import { deliverAll, planDeliveries } from "./webhook-deliveries"

const SIZE = isFull()
  ? { deliveries: 10_000, carts: 200, kills: 10 }
  : { deliveries: 500, carts: 8, kills: 2 }
const MINUTE = 60_000
/** Generous, since a busy machine is no fault: a full run may take an hour and more. */
const LIMITS = isFull()
  ? { setUp: 30 * MINUTE, test: 120 * MINUTE, workOff: 60 * MINUTE }
  : { setUp: 5 * MINUTE, test: 10 * MINUTE, workOff: 4 * MINUTE }

type Money = {
  cart_id: string
  orders: number
  captured: number
  refunded: number
}

/** What the store's books say of each cart. */
const BOOKS = `
  select link.cart_id, count(distinct order_cart.order_id)::int as orders,
    coalesce((select sum(amount) from capture where payment_id = payment.id and deleted_at is null), 0)::float as captured,
    coalesce((select sum(amount) from refund where payment_id = payment.id and deleted_at is null), 0)::float as refunded,
    coalesce((select sum(amount) from order_transaction t
      where t.order_id = max(order_cart.order_id) and t.deleted_at is null), 0)::float as balance,
    max(payment.amount)::float as amount
  from cart_payment_collection link
  join payment on payment.payment_collection_id = link.payment_collection_id
  left join order_cart on order_cart.cart_id = link.cart_id and order_cart.deleted_at is null
  where link.cart_id = any($1)
  group by link.cart_id, payment.id`

describe(`${SIZE.deliveries} webhooks and a server that dies`, () => {
  let database: Database
  let server: Server
  let stripe: StripeSimulator
  let port: number
  const carts: PaidCart[] = []
  const since = Date.now()

  const start = async (name: string) => {
    server = await startServer({
      name: `payment-webhooks-${name}`,
      databaseUrl: database.url,
      port,
      env: stripeEnvironment(stripe),
    })
  }

  beforeAll(async () => {
    port = await freePort()
    stripe = await startStripeSimulator()
    database = await seededDatabase()
    await start("0")
    await offerStripe(server.url)
    const { variantId } = await createProduct({
      stock: SIZE.carts * 2,
      url: server.url,
    })
    for (let number = 0; number < SIZE.carts; number++) {
      carts.push(await cartForStripe(server.url, stripe, variantId))
    }
  }, LIMITS.setUp)

  afterAll(async () => {
    await server?.stop()
    await stripe?.stop()
    await database?.drop()
  })

  it(
    "loses none, doubles none, and takes none that is forged",
    async () => {
      moveMoney()
      const deliveries = planDeliveries(stripe.webhooks, SIZE.deliveries)
      const report = await deliverAll(deliveries, {
        url: `${server.url}${STRIPE_HOOK}`,
        webhooks: stripe.webhooks,
        interruptions: SIZE.kills,
        interrupt: async (number) => {
          await server.kill()
          await start(String(number))
        },
      })
      const rows = await allWorkedOff()
      report.seconds = Math.round((Date.now() - since) / 1000)
      console.log(`payment webhooks: ${JSON.stringify(report)}`)

      // 0 lost, 0 doubled: each event that Stripe has is there once, and nothing else.
      const stored = rows.map(({ event_id }) => event_id).sort()
      const sent = stripe.webhooks.events.map(({ id }) => id).sort()
      expect(stored).toEqual(sent)
      // 0 forged accepted.
      expect(report.forgedAnswers).toEqual({ 401: report.forged })
      const unhappy = rows.filter(
        ({ status }) => !["done", "ignored"].includes(status)
      )
      expect(unhappy).toEqual([])
      await compareBooks()
      // Each that had an effect is one row of the transaction log, and none is left open by a kill.
      const effective = rows.filter(({ status }) => status === "done").length
      expect(await logged()).toEqual([
        { outcome: "succeeded", count: effective },
      ])
    },
    LIMITS.test
  )

  /** Each shopper pays; every third gets a part back in Stripe's dashboard. */
  function moveMoney() {
    for (const [number, { intentId }] of carts.entries()) {
      stripe.control.pay(intentId)
      if (number % 3 === 0) {
        stripe.control.refund({ payment_intent: intentId, amount: 10_000 })
      }
    }
  }

  async function allWorkedOff() {
    await waitFor(
      async () => {
        const [left] = await query<{ count: number }>(
          database.url,
          "select count(*)::int as count from payment_webhook where status = 'received'"
        )
        return left?.count === 0
      },
      {
        what: "all webhooks to be worked off",
        timeoutMs: LIMITS.workOff,
        intervalMs: 500,
      }
    )
    return webhookRows(database.url)
  }

  const logged = () =>
    query(
      database.url,
      `select outcome, count(*)::int as count from payment_transaction
       where source = 'webhook' group by outcome`
    )

  /**
   * Each cart has one order, and store and gateway agree on every payment. What a kill left between two
   * of Medusa's books is the reconciler's to set right, within two minutes.
   */
  async function compareBooks() {
    const expected = carts.map(({ cartId, intentId }) => {
      const { captured, refunded } = stripe.ledger.books(intentId)
      const amount = captured / 100
      return {
        ...{ cart_id: cartId, orders: 1, amount, captured: amount },
        refunded: refunded / 100,
        balance: amount - refunded / 100,
      }
    })
    const since = Date.now()
    let books = await booksNow()
    while (!isDeepStrictEqual(books, expected)) {
      if (Date.now() - since > 2 * MINUTE) {
        break
      }
      await sleep(1000)
      books = await booksNow()
    }
    expect(books).toEqual(expected)
  }

  /** In the order of the carts; more than one row of a cart would be one too many. */
  async function booksNow() {
    const books = await query<Money>(database.url, BOOKS, [
      carts.map(({ cartId }) => cartId),
    ])
    const place = new Map(carts.map(({ cartId }, index) => [cartId, index]))
    return books.sort(
      (one, other) =>
        (place.get(one.cart_id) ?? 0) - (place.get(other.cart_id) ?? 0)
    )
  }
})
