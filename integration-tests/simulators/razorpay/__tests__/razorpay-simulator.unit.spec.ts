import { type RazorpaySimulator, startRazorpaySimulator } from ".."
import type { Order, Payment, Refund } from "../objects"
import { type Api, apiOf } from "./calls"

let simulator: RazorpaySimulator
let api: Api

beforeEach(async () => {
  simulator = await startRazorpaySimulator()
  api = apiOf(simulator)
})
afterEach(() => simulator.stop())

let receipts = 0

const newOrder = async (more: object = {}): Promise<Order> => {
  const { status, body } = await api.post("/orders", {
    amount: 49999,
    currency: "INR",
    receipt: `receipt ${receipts++}`,
    payment_capture: false,
    notes: { session_id: "payses_1" },
    ...more,
  })
  expect(status).toBe(200)
  return body as unknown as Order
}

const heldPayment = async () => {
  const order = await newOrder()
  return simulator.control.pay(order.id)
}

const takenPayment = async () => {
  const { id, amount, currency } = await heldPayment()
  await api.post(`/payments/${id}/capture`, { amount, currency })
  return simulator.control.payment(id)
}

describe("the API of the simulator of Razorpay", () => {
  it.each([
    ["a wrong secret", "rzp_test_simulator0001:wrong"],
    ["another key", "rzp_test_other:simulatorKeySecret000001"],
    ["nothing", ""],
  ])("refuses %s with 401 and Razorpay's words", async (_, pair) => {
    const auth = `Basic ${Buffer.from(pair).toString("base64")}`
    const { status, body } = await api.get("/orders/order_1", undefined, {
      auth,
    })
    expect(status).toBe(401)
    expect(body.error).toEqual({
      code: "BAD_REQUEST_ERROR",
      description: "Authentication failed",
    })
  })

  it("creates, holds, captures and refunds in parts, and the ledger tells the same", async () => {
    const order = await newOrder()
    expect(order).toMatchObject({
      entity: "order",
      amount: 49999,
      amount_paid: 0,
      amount_due: 49999,
      status: "created",
      attempts: 0,
      notes: { session_id: "payses_1" },
    })
    const { id } = simulator.control.pay(order.id, { method: "upi" })
    const listed = await api.get(`/orders/${order.id}/payments`)
    expect(listed.body).toMatchObject({
      entity: "collection",
      count: 1,
      items: [{ id, status: "authorized", captured: false, method: "upi" }],
    })
    const captured = await api.post(`/payments/${id}/capture`, {
      amount: 49999,
      currency: "INR",
    })
    expect(captured.body).toMatchObject({ status: "captured", captured: true })
    expect((await api.get(`/orders/${order.id}`)).body).toMatchObject({
      status: "paid",
      amount_paid: 49999,
      amount_due: 0,
      attempts: 1,
    })
    const part = await api.post(`/payments/${id}/refund`, { amount: 19999 })
    expect(part.body).toMatchObject({
      entity: "refund",
      status: "processed",
      payment_id: id,
      speed_requested: "normal",
      notes: [],
    })
    expect((await api.get(`/payments/${id}`)).body).toMatchObject({
      status: "captured",
      amount_refunded: 19999,
      refund_status: "partial",
    })
    await api.post(`/payments/${id}/refund`, {})
    expect((await api.get(`/payments/${id}`)).body).toMatchObject({
      status: "refunded",
      refund_status: "full",
    })
    expect(simulator.ledger.books(order.id)).toMatchObject({
      authorized: 49999,
      captured: 49999,
      refunded: 49999,
    })
  })

  it("keeps an order's notes from its payments, whose notes are an empty list", async () => {
    const order = await newOrder({ notes: { session_id: "payses_2" } })
    const payment = simulator.control.pay(order.id)
    expect(payment.notes).toEqual([])
    const noted = await newOrder({ notes: {} })
    expect(noted.notes).toEqual([])
  })

  it.each([
    ["card", { card: { network: "Visa" }, vpa: null }],
    ["upi", { vpa: "asha.rao@upi", upi: { flow: "collect" } }],
    ["netbanking", { bank: "HDFC", card_id: null }],
    ["wallet", { wallet: "payzapp", card_id: null }],
  ] as const)(
    "tells of a payment by %s what it has",
    async (method, fields) => {
      const order = await newOrder()
      const { id } = simulator.control.pay(order.id, { method })
      const { body } = await api.get(`/payments/${id}`)
      expect(body).toMatchObject({ method, ...fields })
    }
  )

  it.each([
    ["a fraction", { amount: 499.99 }, "amount", /must be an integer/],
    ["text", { amount: "499.99" }, "amount", /must be an integer/],
    ["nothing to pay", { amount: undefined }, "amount", /is required/],
    ["less than a rupee", { amount: 99 }, "amount", /minimum amount/],
    ["no such currency", { currency: "XXX" }, "currency", /not supported/],
    ["a small currency", { currency: "inr" }, "currency", /not supported/],
    ["a long receipt", { receipt: "r".repeat(41) }, "receipt", /40 characters/],
    [
      "16 notes",
      {
        notes: Object.fromEntries(
          Array.from({ length: 16 }, (_, n) => [`n${n}`, "v"])
        ),
      },
      "notes",
      /less than or equal to 15/,
    ],
  ])("refuses an order with %s", async (_, wrong, field, description) => {
    const { status, body } = await api.post("/orders", {
      amount: 100,
      currency: "INR",
      ...wrong,
    })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      code: "BAD_REQUEST_ERROR",
      source: "business",
      reason: "input_validation_failed",
      field,
      description: expect.stringMatching(description) as string,
    })
  })

  it("refuses what it does not know: a field, an id, a URL, a body that is no object", async () => {
    const extra = await api.post("/orders", {
      amount: 100,
      currency: "INR",
      session_id: "payses_1",
    })
    expect(extra.body.error).toMatchObject({ reason: "extra_field_sent" })
    const unknown = await api.get("/payments/pay_00000000000000")
    expect(unknown.status).toBe(400)
    expect(unknown.body.error?.description).toBe(
      "The id provided does not exist"
    )
    const other = await api.get("/payments/order_00000000000000")
    expect(other.body.error?.description).toMatch(/not a valid id/)
    const url = await api.get("/nothing")
    expect(url.body.error?.description).toMatch(/URL was not found/)
    const list = await api.post("/orders", [{ amount: 100, currency: "INR" }])
    expect(list.status).toBe(400)
  })

  it.each([
    ["JPY", 295, 0],
    ["KWD", 295990, 999],
  ])("counts %s by its own digits", async (currency, amount, tooLittle) => {
    const order = await newOrder({ amount, currency })
    expect(simulator.control.pay(order.id)).toMatchObject({ amount, currency })
    const refused = await api.post("/orders", { amount: tooLittle, currency })
    expect(refused.status).toBe(400)
  })

  it("gives a repeated order back, and refuses its receipt to another one", async () => {
    const receipt = "payses_repeated"
    const body = { amount: 500, currency: "INR", receipt, unique_receipt: true }
    const first = await api.post("/orders", body)
    const second = await api.post("/orders", body)
    expect(second.body).toMatchObject({
      id: (first.body as unknown as Order).id,
    })
    const other = await api.post("/orders", { ...body, amount: 600 })
    expect(other.body.error?.description).toMatch(/should be unique/)
    simulator.account.uniqueReceipts = false
    const loose = { amount: 600, currency: "INR", receipt }
    expect((await api.post("/orders", loose)).status).toBe(200)
  })

  it.each([
    ["payment_capture true", { payment_capture: true }, "captured"],
    ["payment_capture 0", { payment_capture: 0 }, "authorized"],
    ["automatic", { payment: { capture: "automatic" } }, "captured"],
    [
      "manual, whatever the older field says",
      { payment_capture: true, payment: { capture: "manual" } },
      "authorized",
    ],
    ["what the account says", { payment_capture: undefined }, "captured"],
  ])("captures by itself or not: %s", async (_, settings, status) => {
    const order = await newOrder(settings)
    expect(simulator.control.pay(order.id).status).toBe(status)
  })

  it.each([
    [{ amount: 49998, currency: "INR" }, /equal to the amount authorized/],
    [{ amount: 499.99, currency: "INR" }, /must be an integer/],
    [{ amount: 49999, currency: "USD" }, /currency does not match/],
    [{ amount: 49999 }, /currency: is required/],
    [{ currency: "INR" }, /amount: is required/],
  ])("refuses to capture with %j", async (body, description) => {
    const { id } = await heldPayment()
    const answer = await api.post(`/payments/${id}/capture`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error?.description).toMatch(description)
    expect(simulator.ledger.count("captured", id)).toBe(0)
  })

  it("captures once, and only what is held", async () => {
    const { id } = await takenPayment()
    const body = { amount: 49999, currency: "INR" }
    const again = await api.post(`/payments/${id}/capture`, body)
    expect(again.body.error?.description).toMatch(/already been captured/)
    const order = await newOrder()
    const failed = simulator.control.pay(order.id, { outcome: "fail" })
    const dead = await api.post(`/payments/${failed.id}/capture`, body)
    expect(dead.body.error?.description).toMatch(/have been authorized/)
  })

  it("refuses to refund more than is left, too little, and what was never captured", async () => {
    const held = await heldPayment()
    const early = await api.post(`/payments/${held.id}/refund`, {})
    expect(early.body.error?.description).toMatch(/should be captured/)
    const { id } = await takenPayment()
    await api.post(`/payments/${id}/refund`, { amount: 40000 })
    const more = await api.post(`/payments/${id}/refund`, { amount: 10000 })
    expect(more.body.error?.description).toMatch(/greater than amount captured/)
    const little = await api.post(`/payments/${id}/refund`, { amount: 99 })
    expect(little.body.error).toMatchObject({
      description: "The amount must be at least INR 1.00",
      field: "amount",
    })
    await api.post(`/payments/${id}/refund`, {})
    const over = await api.post(`/payments/${id}/refund`, { amount: 100 })
    expect(over.body.error?.description).toMatch(/fully refunded already/)
    expect(simulator.ledger.books(id).refunded).toBe(49999)
  })

  it("lists refunds in pages, and gives each by both its ways", async () => {
    const { id } = await takenPayment()
    for (const amount of [100, 200, 300]) {
      await api.post(`/payments/${id}/refund`, { amount })
    }
    const page = await api.get(`/payments/${id}/refunds?count=2&skip=1`)
    expect(page.body).toMatchObject({
      count: 2,
      items: [{ amount: 200 }, { amount: 100 }],
    })
    const [refund] = (page.body as unknown as { items: Refund[] }).items
    expect((await api.get(`/refunds/${refund?.id}`)).body).toEqual(refund)
    expect(
      (await api.get(`/payments/${id}/refunds/${refund?.id}`)).body
    ).toEqual(refund)
    expect((await api.get("/refunds?count=101")).status).toBe(400)
  })

  it("keeps customers, and says when one exists", async () => {
    const asha = { name: "Asha", email: "a@store.test", contact: "9000090000" }
    const first = await api.post("/customers", asha)
    const again = await api.post("/customers", asha)
    expect(again.body.error?.description).toMatch(/already exists/)
    const known = await api.post("/customers", { ...asha, fail_existing: "0" })
    expect(known.body).toEqual(first.body)
  })
})

describe("a refund's idempotency key", () => {
  const key = "550e8400-e29b-41d4-a716-446655440000"

  it("makes one refund of a repeated call, however its body is written", async () => {
    const { id } = await takenPayment()
    const body = { amount: 500, speed: "normal" }
    const first = await api.post(`/payments/${id}/refund`, body, { key })
    const swapped = { speed: "normal", amount: 500 }
    const second = await api.post(`/payments/${id}/refund`, swapped, { key })
    expect(second.body).toEqual(first.body)
    expect(simulator.ledger.count("refunded", id)).toBe(1)
  })

  it("is refused for another body, and when it is too short or has other letters", async () => {
    const { id } = await takenPayment()
    await api.post(`/payments/${id}/refund`, { amount: 500 }, { key })
    const other = await api.post(
      `/payments/${id}/refund`,
      { amount: 501 },
      { key }
    )
    expect(other.status).toBe(400)
    expect(other.body.error?.description).toMatch(/same idempotency key/)
    for (const wrong of ["short", "has a space in it", "with.a.point"]) {
      const answer = await api.post(
        `/payments/${id}/refund`,
        { amount: 100 },
        { key: wrong }
      )
      expect(answer.status).toBe(400)
    }
    expect(simulator.ledger.books(id).refunded).toBe(500)
  })

  it("meets itself in flight with 409, and the refund is made once", async () => {
    const { id } = await takenPayment()
    simulator.control.badDay({
      match: "/refund",
      kind: "delay",
      milliseconds: 200,
    })
    const refund = () =>
      api.post(`/payments/${id}/refund`, { amount: 500 }, { key })
    const answers = await Promise.all([refund(), refund()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(simulator.ledger.count("refunded", id)).toBe(1)
  })

  it("is free again after a refusal", async () => {
    const { id } = await heldPayment()
    const body = { amount: 500 }
    const early = await api.post(`/payments/${id}/refund`, body, { key })
    expect(early.status).toBe(400)
    simulator.control.capture(id)
    const later = await api.post(`/payments/${id}/refund`, body, { key })
    expect(later.status).toBe(200)
  })
})

describe("bad days", () => {
  it.each([400, 401, 429, 500, 503] as const)(
    "refuse with %d on demand",
    async (status) => {
      simulator.control.badDay({
        match: "POST /v1/orders",
        kind: "refuse",
        status,
      })
      const answer = await api.post("/orders", { amount: 100, currency: "INR" })
      expect(answer.status).toBe(status)
      expect(answer.body.error?.description).toBeTruthy()
    }
  )

  it.each([
    ["drop", 0],
    ["timeout-before", 0],
    ["drop-after", 1],
    ["timeout-after", 1],
  ] as const)("leave the money unknown on a %s", async (kind, captures) => {
    const { id } = await heldPayment()
    simulator.control.badDay({ match: "/capture", kind })
    const call = api.post(
      `/payments/${id}/capture`,
      { amount: 49999, currency: "INR" },
      { signal: AbortSignal.timeout(300) }
    )
    await expect(call).rejects.toThrow()
    expect(simulator.ledger.count("captured", id)).toBe(captures)
  })

  it("lie about an amount, in one object and in a list", async () => {
    const { id, order_id } = await heldPayment()
    simulator.control.badDay({
      match: "GET /v1/",
      kind: "lie",
      times: 2,
      lie: { amount: 1 },
    })
    expect((await api.get(`/payments/${id}`)).body).toMatchObject({ amount: 1 })
    expect((await api.get(`/orders/${order_id}/payments`)).body).toMatchObject({
      items: [{ amount: 1 }],
    })
    expect(simulator.control.payment(id).amount).toBe(49999)
  })

  it("answer with what is no JSON, though the work was done", async () => {
    const { id } = await heldPayment()
    simulator.control.badDay({ match: "/capture", kind: "garbage" })
    const body = { amount: 49999, currency: "INR" }
    await expect(api.post(`/payments/${id}/capture`, body)).rejects.toThrow()
    expect(simulator.control.payment(id).status).toBe("captured")
  })
})

describe("what happens outside of the store", () => {
  it("turns a failed payment into an authorized one, captured only while it is in time", async () => {
    const settings = { payment_capture: true }
    const [late, soon] = [await newOrder(settings), await newOrder(settings)]
    const failed = simulator.control.pay(late.id, { outcome: "fail" })
    expect(failed).toMatchObject({
      status: "failed",
      error_code: "BAD_REQUEST_ERROR",
      error_reason: "payment_failed",
    })
    expect(simulator.control.authorizeLate(failed.id)).toMatchObject({
      status: "authorized",
      error_code: null,
    })
    const other = simulator.control.pay(soon.id, { outcome: "fail" })
    expect(simulator.control.authorizeLate(other.id, true).status).toBe(
      "captured"
    )
  })

  it("takes one payment per order, and two only when it is told to", async () => {
    const order = await newOrder({ payment_capture: true })
    simulator.control.pay(order.id)
    expect(() => simulator.control.pay(order.id)).toThrow(/already paid/)
    const extra = simulator.control.pay(order.id, { again: true })
    expect(extra).toMatchObject({ status: "captured", amount: 49999 })
    expect(simulator.ledger.books(order.id).captured).toBe(2 * 49999)
  })

  it("does not capture a second payment of a paid order over the API", async () => {
    const order = await newOrder()
    const first = simulator.control.pay(order.id)
    const second = simulator.control.pay(order.id, { again: true })
    const body = { amount: 49999, currency: "INR" }
    await api.post(`/payments/${first.id}/capture`, body)
    const answer = await api.post(`/payments/${second.id}/capture`, body)
    expect(answer.body.error?.description).toMatch(/order is already paid/)
    expect(simulator.control.autoRefund(second.id).amount).toBe(49999)
    expect(simulator.ledger.books(second.id)).toMatchObject({
      authorized: 49999,
      captured: 0,
      released: 49999,
    })
  })

  it("pays another sum than the order's, for stores that do not compare", async () => {
    const order = await newOrder({ payment_capture: true })
    const payment = simulator.control.pay(order.id, { amount: 100 })
    expect(payment).toMatchObject({ status: "captured", amount: 100 })
    expect(simulator.control.order(order.id)).toMatchObject({
      status: "attempted",
      amount_due: 49899,
    })
  })

  it("lets refunds wait, arrive, and come back", async () => {
    const { id } = await takenPayment()
    simulator.account.refundStatus = "pending"
    const pending = await api.post(`/payments/${id}/refund`, { amount: 500 })
    const refund = pending.body as unknown as Refund
    expect(refund.status).toBe("pending")
    simulator.control.settleRefund(refund.id, "failed")
    expect(simulator.control.payment(id)).toMatchObject({
      amount_refunded: 0,
      refund_status: null,
      status: "captured",
    })
    expect(simulator.ledger.books(id)).toMatchObject({
      refunded: 500,
      refund_failed: 500,
    })
  })

  it("is steered over HTTP by a spec in another process", async () => {
    const order = await newOrder()
    const post = async (action: string, body: object) => {
      const response = await fetch(`${simulator.url}/_simulator/${action}`, {
        method: "POST",
        body: JSON.stringify(body),
      })
      return {
        status: response.status,
        body: (await response.json()) as Payment,
      }
    }
    const paid = await post("pay", { id: order.id, method: "wallet" })
    expect(paid.body).toMatchObject({ status: "authorized", method: "wallet" })
    expect((await post("pay", { id: order.id })).status).toBe(400)
    expect((await post("nothing", {})).status).toBe(404)
    const ledger = await fetch(`${simulator.url}/_simulator/ledger`)
    expect(await ledger.json()).toMatchObject({ books: { authorized: 49999 } })
  })
})
