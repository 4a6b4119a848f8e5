import { randomUUID } from "node:crypto"
import { cartReadyToPay } from "../helpers/carts"
import { adminClient } from "../helpers/clients"
import { query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import { expectOk, type Reply } from "../helpers/http"
import { describeWithRedis } from "../helpers/optional"
import { inLanes, Pair, type Race } from "../helpers/pair"
import { createProduct } from "../helpers/products"
import { completeAtOnce, outcomeOf } from "../helpers/race"
import {
  cartForRazorpay,
  offerRazorpay,
  RAZORPAY_HOOK,
  razorpayEnvironment,
  verify,
} from "../helpers/razorpay"
import { type Redis, startRedis } from "../helpers/redis"
import { waitFor } from "../helpers/wait-for"
import {
  type RazorpaySimulator,
  startRazorpaySimulator,
} from "../simulators/razorpay"

const AT_ONCE = 8
const ROUNDS = isFull() ? 200 : 4
const LIMIT = (isFull() ? 120 : 5) * 60_000

type Answer = Reply<{ order?: { id: string } }>

describeWithRedis("two instances with Redis and Razorpay", () => {
  let redis: Redis
  let razorpay: RazorpaySimulator
  let pair: Pair

  beforeAll(async () => {
    redis = await startRedis()
    razorpay = await startRazorpaySimulator()
    pair = new Pair("razorpay", await seededDatabase())
    const env = {
      ...razorpayEnvironment(razorpay),
      REDIS_URL: redis.url,
    }
    const { url } = await pair.start(env)
    await pair.start(env)
    await offerRazorpay(url)
    await waitFor(() => pair.hasIndex(), { what: "the unique index" })
  }, 180_000)

  afterAll(async () => {
    await pair?.end()
    await razorpay?.stop()
    await redis?.stop()
  })

  const inTurn = <Result>(work: (url: string, number: number) => Result) =>
    Array.from({ length: AT_ONCE }, (_, number) =>
      work(pair.urls[number % pair.urls.length] ?? "", number)
    )

  /** What tells the store that a cart was paid, all at the same moment: Checkout's result, webhooks, the storefront. */
  async function tellAtOnce(cartId: string, paymentId: string) {
    const [event] = razorpay.webhooks.events.filter(
      ({ body }) =>
        (body.payload.payment?.entity as { id?: string } | undefined)?.id ===
        paymentId
    )
    const { body, headers } = razorpay.webhooks.signed(event!)
    const ways = [
      (url: string) => verify({ razorpay, url }, paymentId) as Promise<Answer>,
      async (url: string) =>
        (await completeAtOnce([cartId], [url]))[0] as Answer,
      async (url: string): Promise<Answer> => {
        const { status, headers: answered } = await fetch(
          `${url}${RAZORPAY_HOOK}`,
          {
            method: "POST",
            headers: { ...headers, "content-type": "application/json" },
            body,
          }
        )
        return { status, headers: answered, body: {} }
      },
    ]
    return Promise.all(
      inTurn((url, number) => ways[number % ways.length]!(url))
    )
  }

  const rowsOf = async (sessionId: string) => {
    const [rows] = await query<{
      payment_id: string
      captures: number
      refunds: number
    }>(
      pair.database.url,
      `select p.id as payment_id,
         (select count(*)::int from capture where payment_id = p.id and deleted_at is null) as captures,
         (select count(*)::int from refund where payment_id = p.id and deleted_at is null) as refunds
       from payment p where p.payment_session_id = $1`,
      [sessionId]
    )
    return rows
  }

  /** The admin presses a button as often as there are servers and hands. */
  async function pressAtOnce(path: string, body: object = {}) {
    const replies = await Promise.all(
      inTurn(async (url) => (await adminClient({ url })).post(path, body))
    )
    return replies.map(({ status }) => status)
  }

  /** Each round: one cart is paid, placed, captured and refunded, each of it several times at once. */
  const raceThroughOnePayment: Race = async ({ urls, database }, rounds) => {
    const url = urls[0] ?? ""
    const { variantId } = await createProduct({ stock: rounds + 5, url })
    const violations: unknown[] = []
    for (let round = 0; round < rounds; round++) {
      const { cart, session, orderId } = await cartForRazorpay({
        url,
        variantId,
      })
      const { id: paid, amount } = razorpay.control.pay(orderId)
      const answers = await tellAtOnce(cart.id, paid)
      const orders = new Set(
        answers.flatMap(({ body }) => (body.order ? [body.order.id] : []))
      )
      const outcome = await outcomeOf(database.url, cart)
      const { payment_id } = (await rowsOf(session.id)) ?? {}
      const path = `/admin/payments/${payment_id}`
      const captured = await pressAtOnce(`${path}/capture`)
      const refunded = await pressAtOnce(`${path}/refund`, {
        amount: amount / 100,
      })
      const rows = await rowsOf(session.id)
      const books = razorpay.ledger.books(orderId)
      const statuses = answers.map(({ status }) => status)
      const seen = { orders: orders.size, ...outcome, ...rows }
      const isRight =
        [...statuses, ...captured, ...refunded].every((one) => one < 500) &&
        JSON.stringify(seen) ===
          JSON.stringify({
            ...{
              orders: 1,
              links: 1,
              completed: true,
              payments: 1,
              canceled: 0,
            },
            ...{ payment_id, captures: 1, refunds: 1 },
          }) &&
        books.captured === amount &&
        books.refunded === amount
      if (!isRight) {
        violations.push({ round, statuses, captured, refunded, seen, books })
      }
    }
    return violations
  }

  /** Each round: a coupon that may be used once, in several carts that are completed at once. */
  const raceForOneCoupon: Race = async ({ urls, database }, rounds) => {
    const url = urls[0] ?? ""
    const admin = await adminClient({ url })
    const stock = AT_ONCE * rounds + 5
    const { variantId } = await createProduct({ stock, url })
    const violations: unknown[] = []
    for (let round = 0; round < rounds; round++) {
      const code = `ONCE${randomUUID().slice(0, 8)}`.toUpperCase()
      await expectOk(
        admin.post("/admin/promotions", {
          ...{ code, type: "standard", status: "active", is_automatic: false },
          application_method: {
            ...{ type: "percentage", value: 50 },
            ...{ target_type: "items", allocation: "across" },
          },
          campaign: {
            ...{ name: code, campaign_identifier: code },
            budget: { type: "usage", limit: 1 },
          },
        })
      )
      const carts = await Promise.all(
        inTurn(async () => {
          const { sdk, cart } = await cartReadyToPay({ url, variantId })
          await sdk.store.cart.update(cart.id, { promo_codes: [code] })
          const { cart: cheaper } = await sdk.store.cart.retrieve(cart.id)
          await sdk.store.payment.initiatePaymentSession(cheaper, {
            provider_id: "pp_system_default",
          })
          return cart.id
        })
      )
      const replies = await completeAtOnce(carts, urls)
      const statuses = replies.map(({ status }) => status)
      const [used] = await query<{ used: number; orders: number }>(
        database.url,
        `select b.used::int as used,
           (select count(*)::int from order_promotion op join promotion p on p.id = op.promotion_id
             where p.code = $1 and op.deleted_at is null) as orders
         from promotion_campaign c join promotion_campaign_budget b on b.campaign_id = c.id
         where c.campaign_identifier = $1`,
        [code]
      )
      const isRight =
        statuses.every((status) => status < 500) &&
        used?.used === 1 &&
        used.orders === 1
      if (!isRight) {
        violations.push({ round, statuses, used })
      }
    }
    return violations
  }

  it(
    `make one order, one capture and one refund of a payment that ${AT_ONCE} tell of at once, in ${ROUNDS} rounds`,
    async () => {
      expect(await inLanes(raceThroughOnePayment, pair, ROUNDS)).toEqual([])
    },
    LIMIT
  )

  it(
    `let one of ${AT_ONCE} carts at once use a coupon that is for one, in ${ROUNDS} rounds`,
    async () => {
      expect(await inLanes(raceForOneCoupon, pair, ROUNDS)).toEqual([])
    },
    LIMIT
  )
})
