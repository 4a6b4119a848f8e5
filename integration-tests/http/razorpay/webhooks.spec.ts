import { expectOk } from "../../helpers/http"
import {
  cartForRazorpay,
  ordersOf,
  paymentOf,
  placedFor,
  type RazorpayStore,
  razorpaySessionOf,
  startRazorpayStore,
  verify,
  webhooksOf,
} from "../../helpers/razorpay"
import { waitFor } from "../../helpers/wait-for"

let store: RazorpayStore

beforeAll(async () => {
  store = await startRazorpayStore("razorpay-webhooks", {
    RAZORPAY_CAPTURE: "true",
  })
}, 180_000)
afterAll(() => store?.stop())
beforeEach(() => {
  store.razorpay.webhooks.plan = {}
})

const databaseUrl = () => store.server.databaseUrl
const cart = () => cartForRazorpay({ url: store.url })

/** Paid, captured and placed; its webhooks have been worked off. */
async function soldCart() {
  const made = await cart()
  const { id: paymentId } = store.razorpay.control.pay(made.orderId)
  const placed = await placedFor(databaseUrl(), made.cart.id)
  await webhooksOf(databaseUrl(), paymentId, 3)
  return { ...made, paymentId, placed }
}

/** The whole of a surplus, once, and the store has heard of it. */
async function givenBack(paymentId: string) {
  const { control } = store.razorpay
  await waitFor(() => control.payment(paymentId).status === "refunded", {
    what: "the surplus to go back",
    timeoutMs: 30_000,
  })
  const [row] = await webhooksOf(
    databaseUrl(),
    paymentId,
    1,
    "refund.processed"
  )
  expect(row).toMatchObject({
    status: "done",
    reason: "A surplus that was given back",
  })
  const { amount, amount_refunded } = control.payment(paymentId)
  expect(amount_refunded).toBe(amount)
}

const captured = (orderId: string) =>
  waitFor(
    async () => {
      const payment = await paymentOf(store.admin, orderId)
      return payment.captured_at ? payment : undefined
    },
    { what: "the capture", timeoutMs: 30_000 }
  )

describe("webhooks of Razorpay", () => {
  it("place the order of a shopper who closed the tab, captured, once", async () => {
    store.razorpay.webhooks.plan = { copies: 3 }
    const made = await cart()
    const { id } = store.razorpay.control.pay(made.orderId, { method: "upi" })
    const orderId = await placedFor(databaseUrl(), made.cart.id)
    const payment = await captured(orderId)
    expect(payment.amount).toBe(made.cart.total)
    expect(payment.captures).toHaveLength(1)
    // Three events under one id each: three rows, whatever the copies.
    const rows = await webhooksOf(databaseUrl(), id, 3)
    expect(rows.map(({ event_type }) => event_type).sort()).toEqual([
      "order.paid",
      "payment.authorized",
      "payment.captured",
    ])
    expect(rows.map(({ status }) => status)).toEqual(["done", "done", "done"])
    // A result that comes after it all gets the same order.
    const late = await verify(store, id)
    expect(late.body.order.id).toBe(orderId)
    expect(await ordersOf(databaseUrl(), made.cart.id)).toHaveLength(1)
  }, 60_000)

  it("come in any order: captured before authorized changes nothing", async () => {
    store.razorpay.webhooks.plan = { hold: true }
    const made = await cart()
    const { id } = store.razorpay.control.pay(made.orderId)
    store.razorpay.webhooks.release("reversed")
    await webhooksOf(databaseUrl(), id, 3)
    const [orderId = ""] = await ordersOf(databaseUrl(), made.cart.id)
    expect((await captured(orderId)).captures).toHaveLength(1)
  }, 60_000)

  it("that are forged are answered with 401 and change nothing", async () => {
    store.razorpay.webhooks.plan = { hold: true }
    const { control, webhooks } = store.razorpay
    const made = await cart()
    const failed = control.pay(made.orderId, { outcome: "fail" })
    const event = control.lie("payment.captured", failed.id, {
      status: "captured",
      captured: true,
    })
    for (const forgery of ["secret", "body", "unsigned"] as const) {
      expect(await control.forge(event.id, forgery)).toBe(401)
    }
    // Even truly signed, a lie is not believed: Razorpay itself is asked.
    webhooks.release()
    const rows = await webhooksOf(databaseUrl(), failed.id, 2)
    expect(rows.map(({ action }) => action)).toEqual(["failed", "failed"])
    expect(await ordersOf(databaseUrl(), made.cart.id)).toEqual([])
  }, 60_000)

  it("tell of a late authorization after a failure, and the order is placed", async () => {
    const made = await cart()
    const { id } = store.razorpay.control.pay(made.orderId, { outcome: "fail" })
    await webhooksOf(databaseUrl(), id, 1)
    expect(await ordersOf(databaseUrl(), made.cart.id)).toEqual([])
    store.razorpay.control.authorizeLate(id, true)
    const orderId = await placedFor(databaseUrl(), made.cart.id)
    await captured(orderId)
  }, 60_000)

  it("find the session by the stored order when notes and receipt are gone", async () => {
    const made = await cart()
    const order = store.razorpay.control.order(made.orderId)
    order.notes = []
    order.receipt = null
    store.razorpay.control.pay(made.orderId)
    // Without its notes the order is the session's all the same, because the seal says so.
    await placedFor(databaseUrl(), made.cart.id)
  }, 60_000)
})

describe("too much money", () => {
  it("of a second payment on one order is a surplus, and the order stands", async () => {
    const { orderId, placed, paymentId } = await soldCart()
    const { control } = store.razorpay
    const second = control.pay(orderId, { again: true })
    await givenBack(second.id)
    const payment = await paymentOf(store.admin, placed)
    expect(payment.data.payment_id).toBe(paymentId)
    expect(payment.captures).toHaveLength(1)
  }, 60_000)

  it("for a cart that has no payment session any more goes back all the same", async () => {
    const { sdk, cart: before, orderId } = await cart()
    await sdk.store.cart.updateLineItem(
      before.id,
      before.items?.[0]?.id ?? "",
      { quantity: 2 }
    )
    const late = store.razorpay.control.pay(orderId, { method: "netbanking" })
    await givenBack(late.id)
    expect(await ordersOf(databaseUrl(), before.id)).toEqual([])
  }, 60_000)

  it("of a payment on the order of a former total is a surplus, and pays no order", async () => {
    const { sdk, cart: before, orderId } = await cart()
    const { cart: after } = await sdk.store.cart.updateLineItem(
      before.id,
      before.items?.[0]?.id ?? "",
      { quantity: 2 }
    )
    const next = await razorpaySessionOf(sdk, after)
    const late = store.razorpay.control.pay(orderId)
    await givenBack(late.id)
    expect(await ordersOf(databaseUrl(), before.id)).toEqual([])

    store.razorpay.control.pay(next.data.id)
    const placed = await placedFor(databaseUrl(), before.id)
    expect((await captured(placed)).amount).toBe(after.total)
  }, 60_000)
})

/** A refund of the store that Razorpay has taken on and not finished. */
async function pendingRefund(medusaId: string): Promise<string> {
  const { account, webhooks } = store.razorpay
  account.refundStatus = "pending"
  await expectOk(
    store.admin.post(`/admin/payments/${medusaId}/refund`, { amount: 3 })
  )
  account.refundStatus = "processed"
  const seen = webhooks.events
    .filter(({ body }) => body.event === "refund.created")
    .at(-1)
  return (seen?.body.payload.refund?.entity as { id: string }).id
}

describe("refunds at Razorpay", () => {
  it("made in the dashboard appear in the order, once each", async () => {
    const { placed, paymentId } = await soldCart()
    await captured(placed)
    store.razorpay.webhooks.plan = { copies: 2 }
    store.razorpay.control.refund({ payment_id: paymentId, amount: 500 })
    store.razorpay.control.refund({ payment_id: paymentId, amount: 250 })
    await webhooksOf(databaseUrl(), paymentId, 7)
    const { refunds } = await paymentOf(store.admin, placed)
    expect(refunds.map(({ amount }) => amount).sort()).toEqual([2.5, 5])
  }, 60_000)

  it("of the store itself stay one refund when their webhooks come", async () => {
    const { placed, paymentId } = await soldCart()
    const { id } = await captured(placed)
    const refundId = await pendingRefund(id)
    store.razorpay.control.settleRefund(refundId, "processed")
    const rows = await webhooksOf(
      databaseUrl(),
      paymentId,
      1,
      "refund.processed"
    )
    expect(rows[0]).toMatchObject({
      status: "done",
      reason: "The store's own refund",
    })
    expect((await paymentOf(store.admin, placed)).refunds).toHaveLength(1)
  }, 60_000)

  it("that fail afterwards are for a person", async () => {
    const { placed, paymentId } = await soldCart()
    const { id } = await captured(placed)
    const refundId = await pendingRefund(id)
    store.razorpay.control.settleRefund(refundId, "failed")
    const rows = await webhooksOf(databaseUrl(), paymentId, 1, "refund.failed")
    expect(rows[0]).toMatchObject({
      action: "refund_failed",
      status: "failed",
    })
  }, 60_000)
})

it("a dispute at Razorpay is told", async () => {
  const { paymentId } = await soldCart()
  store.razorpay.control.dispute(paymentId)
  const rows = await webhooksOf(databaseUrl(), paymentId, 4)
  expect(rows.at(-1)).toMatchObject({ action: "disputed", status: "done" })
}, 60_000)
