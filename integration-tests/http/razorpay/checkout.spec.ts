import { completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import { transactionsOf } from "../../helpers/payments"
import {
  cartForRazorpay,
  ordersOf,
  paymentOf,
  type RazorpayStore,
  razorpaySessionOf,
  startRazorpayStore,
  verify,
} from "../../helpers/razorpay"

let store: RazorpayStore

beforeAll(async () => {
  store = await startRazorpayStore("razorpay-checkout")
  // Here nothing but the store's own calls happens.
  store.razorpay.webhooks.plan = { drop: true }
}, 180_000)
afterAll(() => store?.stop())

const unitsOf = (amount: number) => Math.round(amount * 100)

async function placedOrder(
  method: "card" | "upi" | "netbanking" | "wallet" = "card"
) {
  const { cart, orderId } = await cartForRazorpay({ url: store.url })
  const { id: paymentId } = store.razorpay.control.pay(orderId, { method })
  const { body } = await verify(store, paymentId)
  return { order: body.order, units: unitsOf(cart.total), orderId, paymentId }
}

async function capturedOrder() {
  const placed = await placedOrder()
  const { id } = await paymentOf(store.admin, placed.order.id)
  await expectOk(store.admin.post(`/admin/payments/${id}/capture`))
  return { ...placed, medusaId: id }
}

const refund = (medusaId: string, amount: number) =>
  store.admin.post(`/admin/payments/${medusaId}/refund`, { amount })

describe("a store with RAZORPAY_KEY_ID", () => {
  it("gives Checkout an order over the cart's total, and places none before it is paid", async () => {
    const { sdk, cart, session, orderId } = await cartForRazorpay({
      url: store.url,
    })
    expect(session.data.checkout).toMatchObject({
      key: store.razorpay.keyId,
      order_id: orderId,
      amount: unitsOf(cart.total),
      currency: cart.currency_code.toUpperCase(),
    })
    const { control } = store.razorpay
    expect(control.order(orderId)).toMatchObject({
      receipt: session.id,
      notes: { session_id: session.id },
    })
    const complete = () => sdk.store.cart.complete(cart.id)
    await expect(complete()).rejects.toThrow("was not authorized")
    const failed = control.pay(orderId, { outcome: "fail" })
    await expect(complete()).rejects.toThrow("was not authorized")
    // A forged "paid" in the shopper's own browser changes nothing.
    expect((await verify(store, failed.id)).status).toBe(400)
    expect(await ordersOf(store.server.databaseUrl, cart.id)).toEqual([])

    control.pay(orderId)
    const order = await completeCart(sdk, cart.id)
    expect(order.total).toBe(cart.total)
  }, 60_000)

  it.each(["card", "upi", "netbanking", "wallet"] as const)(
    "sells by %s, holds the money, and captures it from the admin",
    async (method) => {
      const { order, units, orderId } = await placedOrder(method)
      const { ledger } = store.razorpay
      expect(ledger.books(orderId)).toMatchObject({ captured: 0 })
      const held = await paymentOf(store.admin, order.id)
      expect(held).toMatchObject({ captured_at: null, data: { method } })
      await expectOk(store.admin.post(`/admin/payments/${held.id}/capture`))
      expect(ledger.books(orderId).captured).toBe(units)
      const captured = await paymentOf(store.admin, order.id)
      expect(captured.captured_at).not.toBeNull()
    },
    60_000
  )

  it("is not told by the storefront what to expect, or which order was paid", async () => {
    const old = await placedOrder()
    const { sdk, cart } = await cartForRazorpay({ url: store.url })
    const forged = await razorpaySessionOf(sdk, cart, {
      id: old.orderId,
      session_id: "payses_forged",
      amount: 1,
      payment_id: old.paymentId,
      former_order_ids: [old.orderId],
      seal: "0".repeat(64),
    })
    expect(forged.data).toMatchObject({
      session_id: forged.id,
      amount: unitsOf(cart.total),
      payment_id: null,
      former_order_ids: [],
    })
    expect(forged.data.id).not.toBe(old.orderId)
    await expect(sdk.store.cart.complete(cart.id)).rejects.toThrow(
      "was not authorized"
    )
  }, 60_000)

  it("sells nothing for another amount than it asked for", async () => {
    const { sdk, cart, orderId } = await cartForRazorpay({ url: store.url })
    store.razorpay.control.pay(orderId, { amount: 100 })
    await expect(sdk.store.cart.complete(cart.id)).rejects.toThrow()
    expect(await ordersOf(store.server.databaseUrl, cart.id)).toEqual([])
  }, 60_000)

  it("wants the new total once the cart has changed, not the old one", async () => {
    const { sdk, cart, orderId } = await cartForRazorpay({ url: store.url })
    const line = cart.items?.[0]?.id ?? ""
    const late = store.razorpay.control.pay(orderId)
    const changed = await sdk.store.cart.updateLineItem(cart.id, line, {
      quantity: 3,
    })
    await expect(sdk.store.cart.complete(cart.id)).rejects.toThrow(
      "Payment sessions are required"
    )
    expect((await verify(store, late.id)).status).toBe(404)

    const next = await razorpaySessionOf(sdk, changed.cart)
    expect(next.data.checkout.amount).toBe(unitsOf(changed.cart.total))
    await expect(sdk.store.cart.complete(cart.id)).rejects.toThrow(
      "was not authorized"
    )
    store.razorpay.control.pay(next.data.id)
    const order = await completeCart(sdk, cart.id)
    expect(order.total).toBe(changed.cart.total)
  }, 60_000)
})

describe("refunds from the admin", () => {
  it("leave in parts until nothing is left, and both books agree", async () => {
    const { order, units, orderId, medusaId } = await capturedOrder()
    for (const amount of [5.01, 2.5]) {
      await expectOk(refund(medusaId, amount))
    }
    const { ledger } = store.razorpay
    expect(ledger.books(orderId).refunded).toBe(751)
    expect((await refund(medusaId, units / 100)).status).toBe(400)
    expect(ledger.books(orderId).refunded).toBe(751)
    await expectOk(refund(medusaId, (units - 751) / 100))
    expect(ledger.books(orderId).refunded).toBe(units)
    const { refunds } = await paymentOf(store.admin, order.id)
    const sum = refunds.reduce((all, { amount }) => all + unitsOf(amount), 0)
    expect(sum).toBe(units)
  }, 60_000)

  it("are made by one of many at once, for money that is there once", async () => {
    const { units, orderId, medusaId } = await capturedOrder()
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => refund(medusaId, (units - 100) / 100))
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(store.razorpay.ledger.books(orderId).refunded).toBe(units - 100)
  }, 60_000)

  it("that Razorpay refuses answer 400 and are not in the books", async () => {
    const { order, orderId, medusaId } = await capturedOrder()
    const { control, ledger } = store.razorpay
    control.badDay({ match: "/refund", kind: "refuse", status: 400, times: 9 })
    const refused = await refund(medusaId, 3)
    control.goodDays()
    expect(refused.status).toBe(400)
    expect(refused.body.message).toContain("Razorpay refused to refund")
    expect((await paymentOf(store.admin, order.id)).refunds).toEqual([])
    expect(ledger.books(orderId).refunded).toBe(0)
  }, 60_000)

  it("without an answer are not in the books, and stand in the log as unknown", async () => {
    const { order, orderId, medusaId } = await capturedOrder()
    const { control, ledger } = store.razorpay
    control.badDay({ match: "/refund", kind: "drop", times: 9 })
    const unknown = await refund(medusaId, 3)
    control.goodDays()
    expect(unknown.status).toBe(500)
    expect((await paymentOf(store.admin, order.id)).refunds).toEqual([])
    const log = await transactionsOf(order.id, { url: store.url })
    expect(log.at(-1)).toMatchObject({ action: "refund", outcome: "unknown" })
    await expectOk(refund(medusaId, 3))
    expect(ledger.books(orderId).refunded).toBe(300)
  }, 60_000)

  it("that were made without an answer are found, and made once", async () => {
    const { order, orderId, medusaId } = await capturedOrder()
    const { control, ledger } = store.razorpay
    control.badDay({ match: "/refund", kind: "drop-after", times: 1 })
    await expectOk(refund(medusaId, 3))
    expect(ledger.books(orderId).refunded).toBe(300)
    expect((await paymentOf(store.admin, order.id)).refunds).toHaveLength(1)
  }, 60_000)
})

it("a canceled order lets go of the held money, noted and without a call that moves any", async () => {
  const { order, orderId } = await placedOrder()
  const before = store.razorpay.calls.length
  const admin = await adminClient({ url: store.url })
  await expectOk(admin.post(`/admin/orders/${order.id}/cancel`))
  const calls = store.razorpay.calls.slice(before)
  expect(calls.filter((call) => call.startsWith("POST"))).toEqual([])
  expect(store.razorpay.ledger.books(orderId).captured).toBe(0)
  const { data } = await paymentOf(store.admin, order.id)
  expect(data.note).toContain("lets go of held money")
}, 60_000)

it("a part cannot be captured, because Razorpay takes all or nothing", async () => {
  const { order, orderId } = await placedOrder()
  const { id } = await paymentOf(store.admin, order.id)
  const part = await store.admin.post(`/admin/payments/${id}/capture`, {
    amount: 4,
  })
  expect(part.status).toBe(400)
  expect(part.body.message).toContain("captures a payment whole")
  expect(store.razorpay.ledger.books(orderId).captured).toBe(0)
}, 60_000)

it("writes no secret and no shopper into its log", () => {
  const { keySecret, webhookSecret } = store.razorpay
  const log = store.server.log()
  expect(log).not.toContain(keySecret)
  expect(log).not.toContain(webhookSecret)
  expect(log).not.toMatch(/shopper@store|\+919900099000|asha\.rao@upi/)
})
