import { adminClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { digitalProduct, untilStates } from "../../helpers/digital-products"
import { expectOk } from "../../helpers/http"
import {
  cartForStripe,
  offerStripe,
  type PaidCart,
  STRIPE_HOOK,
  stripeEnvironment,
  type WebhookRow,
  webhookRows,
} from "../../helpers/payment-webhooks"
import { createProduct } from "../../helpers/products"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"
import {
  startStripeSimulator,
  type StripeSimulator,
} from "../../simulators/stripe"

describe("what Stripe tells the store", () => {
  let database: Database
  let server: Server
  let stripe: StripeSimulator
  let variantId: string

  beforeAll(async () => {
    stripe = await startStripeSimulator()
    database = await seededDatabase()
    server = await startServer({
      name: "payment-webhooks-outcomes",
      databaseUrl: database.url,
      env: stripeEnvironment(stripe),
    })
    stripe.webhooks.options.url = `${server.url}${STRIPE_HOOK}`
    await offerStripe(server.url)
    const product = await createProduct({ stock: 100, url: server.url })
    variantId = product.variantId
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    await stripe?.stop()
    await database?.drop()
  })

  const newCart = () => cartForStripe(server.url, stripe, variantId)
  const rowsOf = async (intentId: string) =>
    (await webhookRows(database.url)).filter((row) => {
      const event = stripe.webhooks.find(row.event_id ?? "")
      return JSON.stringify(event).includes(intentId)
    })
  /** All that Stripe had to say about a payment is worked off. */
  const settled = async ({ intentId }: PaidCart): Promise<WebhookRow[]> => {
    await stripe.webhooks.idle()
    return waitFor(
      async () => {
        const rows = await rowsOf(intentId)
        const isSettled = rows.every(({ status }) => status !== "received")
        return isSettled ? rows : undefined
      },
      { what: "all webhooks of the payment", timeoutMs: 60_000 }
    )
  }
  const sessionStatus = async ({ sessionId }: PaidCart) => {
    const [session] = await query<{ status: string }>(
      database.url,
      "select status from payment_session where id = $1",
      [sessionId]
    )
    return session?.status
  }
  const ordersOf = ({ cartId }: PaidCart) =>
    query<{ order_id: string }>(
      database.url,
      "select order_id from order_cart where cart_id = $1 and deleted_at is null",
      [cartId]
    )
  const paymentOf = async ({ sessionId }: PaidCart) => {
    const [payment] = await query<{ id: string }>(
      database.url,
      "select id from payment where payment_session_id = $1",
      [sessionId]
    )
    return payment?.id
  }
  const booksOf = async ({ sessionId }: PaidCart) => {
    const [row] = await query(
      database.url,
      `select
         (select count(*)::int from capture where payment_id = payment.id) as captures,
         (select count(*)::int from refund where payment_id = payment.id and deleted_at is null) as refunds,
         (select sum(amount)::float from refund where payment_id = payment.id and deleted_at is null) as refunded
       from payment where payment_session_id = $1`,
      [sessionId]
    )
    return row
  }

  it("is refused without a true signature, and leaves nothing behind", async () => {
    const cart = await newCart()
    stripe.webhooks.plan = { drop: true }
    stripe.control.pay(cart.intentId)
    stripe.webhooks.plan = {}
    const event = stripe.webhooks.events.at(-1)?.id ?? ""
    const answers = []
    for (const forgery of ["secret", "body", "stale", "unsigned"] as const) {
      answers.push(await stripe.control.forge(event, forgery))
    }
    expect(answers).toEqual([401, 401, 401, 401])
    const rows = await webhookRows(database.url)
    expect(rows.filter(({ event_id }) => event_id === event)).toEqual([])
    expect(await ordersOf(cart)).toEqual([])
  })

  it("places the order of a shopper who closed the window, once, however often it is told", async () => {
    const cart = await newCart()
    stripe.webhooks.plan = { copies: 5, delayMs: 50, jitter: true }
    stripe.control.pay(cart.intentId)
    stripe.webhooks.plan = {}
    const rows = await settled(cart)
    expect(rows.filter(({ action }) => action === "captured")).not.toEqual([])
    expect(await ordersOf(cart)).toHaveLength(1)
    expect(await booksOf(cart)).toMatchObject({ captures: 1, refunds: 0 })
    const [order] = await ordersOf(cart)
    const admin = await adminClient({ url: server.url })
    const answer = await expectOk(
      admin.get<{ order: { payment_status: string } }>(
        `/admin/orders/${order?.order_id}`
      )
    )
    expect(answer.order.payment_status).toBe("captured")
  })

  it("places no order for less money than was asked for, and waits for a person", async () => {
    const cart = await newCart()
    // The attack: the shopper's browser lowers the amount before it pays.
    stripe.control.intent(cart.intentId).amount = 100
    stripe.control.pay(cart.intentId)
    const rows = await settled(cart)
    const paid = rows.find(
      ({ event_type }) => event_type === "payment_intent.succeeded"
    )
    expect(paid).toMatchObject({ status: "failed", attempts: 1 })
    expect(paid?.reason).toMatch(/^captured 1\.00 inr, but \d+/)
    expect(await ordersOf(cart)).toEqual([])
    expect(await booksOf(cart)).toBeUndefined()
  })

  it("lets a shopper whose card was declined pay with another one", async () => {
    const cart = await newCart()
    stripe.control.pay(cart.intentId, "decline")
    const rows = await settled(cart)
    expect(rows.find(({ action }) => action === "failed")).toMatchObject({
      status: "done",
    })
    expect(await sessionStatus(cart)).toBe("requires_more")
    stripe.control.pay(cart.intentId)
    await settled(cart)
    expect(await ordersOf(cart)).toHaveLength(1)
  })

  it("ends a session that was canceled, and a replay of its past changes nothing", async () => {
    const cart = await newCart()
    stripe.control.cancel(cart.intentId)
    const rows = await settled(cart)
    expect(await sessionStatus(cart)).toBe("canceled")
    const admin = await adminClient({ url: server.url })
    await expectOk(
      admin.post("/admin/payment-webhooks/replay", {
        ids: rows.map(({ id }) => id),
      })
    )
    await settled(cart)
    expect(await sessionStatus(cart)).toBe("canceled")
    expect(await ordersOf(cart)).toEqual([])
  })

  it("takes in a refund made in Stripe's dashboard, once, and replays of all change nothing", async () => {
    const cart = await newCart()
    stripe.control.pay(cart.intentId)
    await settled(cart)
    stripe.control.refund({ payment_intent: cart.intentId, amount: 10_000 })
    stripe.control.refund({ payment_intent: cart.intentId, amount: 5000 })
    const rows = await settled(cart)
    const books = { captures: 1, refunds: 2, refunded: 150 }
    expect(await booksOf(cart)).toEqual(books)
    const admin = await adminClient({ url: server.url })
    await expectOk(
      admin.post("/admin/payment-webhooks/replay", {
        ids: rows.map(({ id }) => id),
      })
    )
    expect(
      (await settled(cart)).every(({ status }) =>
        ["done", "ignored"].includes(status)
      )
    ).toBe(true)
    expect(await booksOf(cart)).toEqual(books)
    const [order] = await ordersOf(cart)
    const [sums] = await query(
      database.url,
      `select
         (select sum(amount)::float from order_transaction where order_id = $1 and reference = 'refund') as transactions,
         (select sum(amount)::float from order_credit_line line where order_id = $1
            and version = (select max(version) from order_credit_line where order_id = line.order_id)) as credit,
         (select (totals ->> 'pending_difference')::float from order_summary where order_id = $1 order by version desc limit 1) as pending`,
      [order?.order_id]
    )
    expect(sums).toMatchObject({ transactions: -150, credit: 150, pending: 0 })
    expect(stripe.ledger.books(cart.intentId).refunded).toBe(15_000)
  })

  it("knows a refund that the store itself asked for", async () => {
    const cart = await newCart()
    stripe.control.pay(cart.intentId)
    await settled(cart)
    const admin = await adminClient({ url: server.url })
    const payment = await paymentOf(cart)
    await expectOk(
      admin.post(`/admin/payments/${payment}/refund`, { amount: 20 })
    )
    const rows = await settled(cart)
    expect(rows.filter(({ action }) => action === "refunded")).not.toEqual([])
    expect(await booksOf(cart)).toMatchObject({ refunds: 1, refunded: 20 })
    expect(stripe.ledger.books(cart.intentId).refunded).toBe(2000)
  })

  it("keeps a refund in sight that did not reach the shopper after all, while the books say refunded", async () => {
    const cart = await newCart()
    stripe.control.pay(cart.intentId)
    await settled(cart)
    stripe.control.refundStatus = "pending"
    const admin = await adminClient({ url: server.url })
    const payment = await paymentOf(cart)
    await expectOk(
      admin.post(`/admin/payments/${payment}/refund`, { amount: 20 })
    )
    stripe.control.refundStatus = "succeeded"
    await settled(cart)
    const refundId = stripe.webhooks.events
      .map(({ data }) => data.object as { id: string })
      .filter(({ id }) => id.startsWith("re_"))
      .at(-1)?.id
    stripe.control.settleRefund(refundId ?? "", "failed")
    const rows = await settled(cart)

    const failed = rows.filter(({ action }) => action === "refund_failed")
    expect(failed).not.toEqual([])
    for (const row of failed) {
      expect(row).toMatchObject({ status: "failed", attempts: 1 })
      expect(row.reason).toContain(
        `The refund ${refundId} did not reach the shopper`
      )
    }
    expect(await booksOf(cart)).toMatchObject({ refunds: 1, refunded: 20 })
    expect(stripe.ledger.books(cart.intentId)).toMatchObject({
      refunded: 2000,
      refund_failed: 2000,
    })
    const logged = await query(
      database.url,
      "select outcome from payment_transaction where gateway_reference_id = $1 and source = 'webhook'",
      [refundId]
    )
    expect(logged).toContainEqual({ outcome: "refused" })
  })

  it("gives money back, once, for which there is no stock left, and says so", async () => {
    const product = await createProduct({ stock: 1, url: server.url })
    const first = await cartForStripe(server.url, stripe, product.variantId)
    const late = await cartForStripe(server.url, stripe, product.variantId)
    stripe.control.pay(first.intentId)
    await settled(first)
    stripe.control.pay(late.intentId)
    const paid = (await settled(late)).find(
      ({ action }) => action === "captured"
    )
    const isGivenBack = async () => {
      expect(await ordersOf(late)).toEqual([])
      expect(await booksOf(late)).toMatchObject({ captures: 1, refunds: 1 })
      const { captured, refunded } = stripe.ledger.books(late.intentId)
      expect(captured).toBeGreaterThan(0)
      expect(refunded).toBe(captured)
    }
    expect(paid).toMatchObject({
      status: "failed",
      reason: "The order could not be placed; the payment was refunded",
    })
    await isGivenBack()

    const admin = await adminClient({ url: server.url })
    await expectOk(admin.post(`/admin/payment-webhooks/${paid?.id}/replay`))
    const replayed = await settled(late)
    expect(replayed.find(({ id }) => id === paid?.id)).toMatchObject({
      status: "failed",
      reason: "The order could not be placed; the payment was refunded",
    })
    await isGivenBack()
  })

  it("keeps a dispute in sight, and moves no money", async () => {
    const cart = await newCart()
    stripe.control.pay(cart.intentId)
    await settled(cart)
    stripe.control.dispute(cart.intentId)
    const rows = await settled(cart)
    const disputed = rows.find(({ action }) => action === "disputed")
    expect(disputed?.status).toBe("done")
    expect(disputed?.reason).toMatch(/^Dispute: needs_response/)
    expect(await booksOf(cart)).toMatchObject({ captures: 1, refunds: 0 })
  })

  it("takes all downloads of a disputed order away, and gives them back when the dispute is won", async () => {
    const { url } = server
    const ebook = await digitalProduct({}, { url })
    const cart = await cartForStripe(url, stripe, ebook.variantId, 2)
    stripe.control.pay(cart.intentId)
    await settled(cart)
    const [{ order_id: order } = { order_id: "" }] = await ordersOf(cart)
    const states = (...expected: string[]) =>
      untilStates(order, expected, { url })
    await states("active", "active")
    const { id } = stripe.control.dispute(cart.intentId, { amount: 100 })
    await settled(cart)
    const grants = await states("revoked", "revoked")
    expect(grants.map(({ revoked_reason }) => revoked_reason)).toEqual([
      ...["disputed", "disputed"],
    ])
    stripe.control.closeDispute(id, "won")
    await settled(cart)
    await states("active", "active")
  }, 120_000)

  it("waits out a gateway that is down, and is worked off then", async () => {
    const cart = await newCart()
    stripe.control.badDay({
      match: "GET /v1/payment_intents",
      kind: "refuse",
      status: 503,
      times: 4,
    })
    stripe.control.pay(cart.intentId)
    const rows = await settled(cart)
    stripe.control.goodDays()
    expect(
      rows.every(({ status }) => ["done", "ignored"].includes(status))
    ).toBe(true)
    expect(await ordersOf(cart)).toHaveLength(1)
  }, 90_000)

  it("is sent again by Stripe when the database does not answer", async () => {
    const body = JSON.stringify(stripe.webhooks.events[0])
    const event = { ...JSON.parse(body), id: "evt_database_down" } as never
    const { body: text, headers } = stripe.webhooks.signed(event)
    const post = () =>
      fetch(`${server.url}${STRIPE_HOOK}`, {
        method: "POST",
        body: text,
        headers: { "content-type": "application/json", ...headers },
      })
    await query(database.url, "alter table payment_webhook rename to away")
    const since = Date.now()
    const refused = await post()
    await query(database.url, "alter table away rename to payment_webhook")
    expect(refused.status).toBe(503)
    expect(Date.now() - since).toBeLessThan(3000)
    expect((await post()).status).toBe(200)
  })
})
