import { takeInRefund } from "../../../utils/outside-refund"
import type RazorpayPaymentProvider from "../service"
import {
  capturedSession,
  type LoggedAttempt,
  openSession,
  providerFor,
  type RazorpaySimulator,
  recordAttempts,
  Rows,
  startRazorpaySimulator,
} from "./fixtures"

let razorpay: RazorpaySimulator
let provider: RazorpayPaymentProvider
let rows: Rows
let attempts: LoggedAttempt[]

beforeEach(async () => {
  razorpay = await startRazorpaySimulator()
  rows = new Rows()
  provider = providerFor(razorpay, {}, rows)
  attempts = recordAttempts()
})
afterEach(() => razorpay.stop())

const capture = (data: Record<string, unknown> | undefined, id = "capt_1") =>
  provider.capturePayment({ data, context: { idempotency_key: id } })

const refund = (
  data: Record<string, unknown>,
  amount: string,
  id = "refund_of_the_store_1"
) => provider.refundPayment({ data, amount, context: { idempotency_key: id } })

const made = (call: RegExp) => razorpay.calls.filter((line) => call.test(line))

describe("a payment session", () => {
  it("has all that Checkout needs, nothing secret and nothing about the shopper", async () => {
    const named = providerFor(razorpay, { name: "Tea & Co" }, rows)
    const { id, data } = await named.initiatePayment({
      amount: "499.99",
      currency_code: "inr",
      data: { session_id: "payses_1" },
      context: {
        idempotency_key: "payses_1",
        customer: { id: "cus_1", email: "asha@store.test", phone: "+9199" },
      },
    })
    expect(data).toMatchObject({
      id,
      status: "created",
      checkout: {
        key: razorpay.keyId,
        order_id: id,
        amount: 49_999,
        currency: "INR",
        name: "Tea & Co",
      },
      checkout_script: `${razorpay.url}/v1/checkout.js`,
    })
    const text = JSON.stringify(data)
    expect(text).not.toContain(razorpay.keySecret)
    expect(text).not.toMatch(/asha|\+9199|cus_1/)
  })

  it("is named in its order's notes and receipt, with the collection it belongs to", async () => {
    const { id } = await openSession(provider, { rows })
    expect(razorpay.control.order(id)).toMatchObject({
      amount: 49_999,
      currency: "INR",
      receipt: "payses_1",
      notes: {
        session_id: "payses_1",
        payment_collection_id: "pay_col_of_payses_1",
      },
    })
  })

  it.each([
    ["1000", "jpy", 1000],
    ["19.99", "usd", 1999],
    ["1234.56", "kes", 123_456],
    ["12.340", "kwd", 12_340],
  ])("over %s %s is an order over %d", async (amount, currency_code, units) => {
    const { id } = await openSession(provider, { amount, currency_code })
    expect(razorpay.control.order(id).amount).toBe(units)
  })

  it.each(["timeout-after", "drop-after", "garbage"] as const)(
    "whose order was made without an answer (%s) finds it again",
    async (kind) => {
      razorpay.control.badDay({ match: "POST /v1/orders", kind })
      const { id } = await openSession(provider)
      expect(razorpay.control.findOrders("payses_1")).toHaveLength(1)
      expect(razorpay.control.order(id).receipt).toBe("payses_1")
    }
  )

  it("that Razorpay does not answer fails as unknown, and one that it refuses as refused", async () => {
    razorpay.control.badDay({ match: "orders", kind: "drop", times: 9 })
    await expect(openSession(provider)).rejects.toMatchObject({
      type: "unexpected_state",
      message: expect.stringContaining("gave no answer"),
    })
    razorpay.control.goodDays()
    await expect(
      openSession(provider, { amount: "0.10" })
    ).rejects.toMatchObject({
      type: "not_allowed",
      message: expect.stringContaining("less than minimum"),
    })
    const ends = attempts.map(({ result }) => result?.outcome)
    expect(ends).toEqual(["unknown", "refused"])
  })

  it("is held for capture later, or taken at once where the store says so", async () => {
    const held = await openSession(provider)
    razorpay.control.pay(held.id)
    expect((await provider.authorizePayment(held)).status).toBe("authorized")

    const eager = providerFor(razorpay, { capture: true })
    const taken = await openSession(eager, { sessionId: "payses_2" })
    razorpay.control.pay(taken.id)
    expect((await eager.authorizePayment(taken)).status).toBe("captured")
  })

  it.each(["card", "upi", "netbanking", "wallet"] as const)(
    "is paid by %s",
    async (method) => {
      const session = await openSession(provider)
      const { id } = razorpay.control.pay(session.id, { method })
      const { status, data } = await provider.authorizePayment(session)
      expect(status).toBe("authorized")
      expect(data).toMatchObject({ payment_id: id, method })
      expect(JSON.stringify(data)).not.toMatch(/asha|shopper@|@upi|1111/i)
    }
  )

  it("places no order while nothing was paid: created, attempted, waiting, failed", async () => {
    const session = await openSession(provider)
    const status = async () => (await provider.authorizePayment(session)).status
    expect(await status()).toBe("pending")
    razorpay.control.pay(session.id, { outcome: "fail" })
    expect(razorpay.control.order(session.id).status).toBe("attempted")
    expect(await status()).toBe("pending")
    razorpay.control.pay(session.id, { method: "upi", outcome: "wait" })
    expect(await status()).toBe("pending")
  })

  it("takes a late authorization of a payment that had failed", async () => {
    const session = await openSession(provider)
    const payment = razorpay.control.pay(session.id, { outcome: "fail" })
    await provider.authorizePayment(session)
    razorpay.control.authorizeLate(payment.id)
    const { status, data } = await provider.authorizePayment(session)
    expect(status).toBe("authorized")
    expect(data).toMatchObject({ payment_id: payment.id })
  })

  it("keeps its order for the same amount, and gets another one for another", async () => {
    const { id, data } = await openSession(provider)
    const change = { data, currency_code: "inr" }
    const same = await provider.updatePayment({ ...change, amount: "499.990" })
    expect(same.data).toEqual(data)

    const first = await provider.updatePayment({ ...change, amount: "25" })
    const second = await provider.updatePayment({
      ...change,
      data: first.data,
      amount: "30",
    })
    expect(second.data).toMatchObject({
      amount: 3000,
      former_order_ids: [id, first.data?.id],
    })
    const orders = razorpay.control.findOrders("payses_1")
    const receipts = orders.map(({ receipt }) => receipt)
    expect(receipts).toEqual(["payses_1-3", "payses_1-2", "payses_1"])
  })
})

describe("money that is not what the store asked for", () => {
  it.each([
    ["a forged amount of the payment", { amount: 100 }],
    ["another currency", { currency: "KES" }],
  ])("does not pay the order: %s", async (_, lie) => {
    const session = await openSession(provider, { rows })
    razorpay.control.pay(session.id, lie)
    const { status } = await provider.authorizePayment(session)
    expect(status).toBe("error")
    expect(rows.warnings[0]).toContain("the store asked for 49999 INR")
  })

  it("does not pay a session that Medusa values otherwise by now", async () => {
    const session = await openSession(provider, { rows })
    razorpay.control.pay(session.id)
    rows.sessions[0]!.amount = "999.99"
    expect((await provider.authorizePayment(session)).status).toBe("error")
  })

  it("a storefront that names order, amount and payment itself is not heard", async () => {
    const paid = await openSession(provider)
    razorpay.control.pay(paid.id)
    const sent = { ...paid.data, amount: 1, former_order_ids: ["order_x"] }
    const { id, data } = await openSession(provider, {
      sessionId: "payses_2",
      sent,
    })
    expect(id).not.toBe(paid.id)
    expect(data).toMatchObject({ amount: 49_999, former_order_ids: [] })
    expect(
      (
        await provider.authorizePayment({
          data,
          context: { idempotency_key: "payses_2" },
        })
      ).status
    ).toBe("pending")
  })

  it("an old paid order in a new session's data pays nothing, sealed or not", async () => {
    const old = await openSession(provider, { sessionId: "payses_old", rows })
    razorpay.control.pay(old.id)
    const fresh = await openSession(provider, { sessionId: "payses_new", rows })
    const { context } = fresh
    for (const data of [
      old.data,
      { ...old.data, session_id: "payses_new" },
      { ...fresh.data, id: old.id },
      { id: old.id },
    ]) {
      await expect(
        provider.authorizePayment({ data, context })
      ).rejects.toMatchObject({
        type: "not_allowed",
        message: expect.stringContaining(
          "was not made for this payment session"
        ),
      })
    }
  })

  it("data that somebody else wrote cannot be changed, and names no former orders", async () => {
    const { data } = await openSession(provider)
    const victim = await openSession(provider, { sessionId: "payses_2" })
    razorpay.control.pay(victim.id)
    razorpay.control.capture(razorpay.control.paymentsOf(victim.id)[0]!.id)
    const forged = { ...data, former_order_ids: [victim.id] }
    await expect(
      provider.updatePayment({
        data: forged,
        amount: "1",
        currency_code: "inr",
      })
    ).rejects.toThrow("start a new one")
    const seen = await provider.retrieveGatewayPayment(forged)
    expect(seen.surplus).toEqual([])
  })

  it("survives a new key secret: Razorpay and Medusa confirm what the seal cannot", async () => {
    const session = await openSession(provider, { rows })
    razorpay.control.pay(session.id)
    const data = { ...session.data, seal: "of the secret before" }
    const { status, data: after } = await provider.authorizePayment({
      ...session,
      data,
    })
    expect(status).toBe("authorized")
    await expect(capture(after)).resolves.toMatchObject({
      data: { status: "captured" },
    })
  })

  it.each([undefined, {}, { id: 7 }, { id: "order_x/../payments" }])(
    "is not looked for with %j",
    async (data) => {
      const before = razorpay.calls.length
      await expect(provider.authorizePayment({ data })).rejects.toThrow(
        "has no order at Razorpay"
      )
      expect(razorpay.calls).toHaveLength(before)
    }
  )
})

describe("a capture", () => {
  it("takes the money once, however often and by whom it is asked", async () => {
    const session = await openSession(provider)
    const payment = razorpay.control.pay(session.id)
    const { data } = await provider.authorizePayment(session)
    const [one, two] = await Promise.all([capture(data), capture(data)])
    expect(one.data).toMatchObject({
      status: "captured",
      payment_id: payment.id,
    })
    expect(two.data).toMatchObject({ status: "captured" })
    await capture(data, "capt_2")
    expect(razorpay.ledger.books(session.id).captured).toBe(49_999)
  })

  it.each(["timeout-after", "drop-after", "garbage"] as const)(
    "that happened without an answer (%s) is a success",
    async (kind) => {
      const session = await openSession(provider)
      razorpay.control.pay(session.id)
      const { data } = await provider.authorizePayment(session)
      razorpay.control.badDay({ match: "/capture", kind, times: 3 })
      expect((await capture(data)).data).toMatchObject({ status: "captured" })
      expect(razorpay.ledger.books(session.id).captured).toBe(49_999)
    }
  )

  it("that got no answer and did not happen is unknown, and can be made again", async () => {
    const session = await openSession(provider)
    razorpay.control.pay(session.id)
    const { data } = await provider.authorizePayment(session)
    razorpay.control.badDay({ match: "/capture", kind: "drop", times: 3 })
    await expect(capture(data)).rejects.toMatchObject({
      type: "unexpected_state",
    })
    expect(attempts.at(-1)?.result?.outcome).toBe("unknown")
    expect((await capture(data)).data).toMatchObject({ status: "captured" })
  })

  it("of a part is refused, because Razorpay takes all or nothing", async () => {
    const session = await openSession(provider)
    razorpay.control.pay(session.id)
    const { data } = await provider.authorizePayment(session)
    const payment_id = "pay_1"
    rows.captures.push({ id: "capt_1", payment_id, raw_amount: "100" })
    provider = providerFor(razorpay, {}, rows)
    await expect(capture(data)).rejects.toThrow("captures a payment whole")
    expect(razorpay.ledger.books(session.id).captured).toBe(0)
  })

  it("of a session that nobody paid is refused", async () => {
    const { data } = await openSession(provider)
    await expect(capture(data)).rejects.toMatchObject({ type: "not_allowed" })
  })
})

describe("a refund", () => {
  it("carries the store's own id, as its key and in its notes, and is made once", async () => {
    const { paymentId, data } = await capturedSession(razorpay, provider)
    await refund(data, "100.50")
    await refund(data, "100.50")
    await refund(data, "50", "refund_of_the_store_2")
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(15_050)
    const { refunds } = (await provider.retrieveGatewayPayment(data)).paid!
    expect(refunds.map(({ refund_id, amount }) => [refund_id, amount])).toEqual(
      expect.arrayContaining([
        ["refund_of_the_store_1", "100.50"],
        ["refund_of_the_store_2", "50.00"],
      ])
    )
  })

  it("that Razorpay has not finished stays pending until its webhook", async () => {
    razorpay.account.refundStatus = "pending"
    const { data } = await capturedSession(razorpay, provider)
    await refund(data, "10")
    expect(attempts.at(-1)?.result).toMatchObject({
      outcome: "succeeded",
      state_after: "pending",
    })
    const { paid } = await provider.retrieveGatewayPayment(data)
    expect(paid?.refunds[0]?.state).toBe("pending")
  })

  it.each(["timeout-after", "drop-after", "garbage"] as const)(
    "that was made without an answer (%s) is found by its id",
    async (kind) => {
      const { paymentId, data } = await capturedSession(razorpay, provider)
      razorpay.control.badDay({ match: "/refund", kind, times: 3 })
      await refund(data, "10")
      expect(razorpay.control.payment(paymentId).amount_refunded).toBe(1000)
    }
  )

  it("throws when nobody knows, and gives back once when it is asked again", async () => {
    const { paymentId, data } = await capturedSession(razorpay, provider)
    razorpay.control.badDay({
      match: "/refund",
      kind: "timeout-after",
      times: 9,
    })
    await expect(refund(data, "10")).rejects.toMatchObject({
      type: "unexpected_state",
      message: expect.stringContaining("may have happened"),
    })
    expect(attempts.at(-1)?.result?.outcome).toBe("unknown")
    razorpay.control.goodDays()
    await refund(data, "10")
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(1000)
  })

  it("waits for the same one in flight (409)", async () => {
    const { paymentId, data } = await capturedSession(razorpay, provider)
    razorpay.control.badDay({
      match: "/refund",
      kind: "delay",
      milliseconds: 100,
    })
    await Promise.all([refund(data, "10"), refund(data, "10")])
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(1000)
  })

  it("throws when Razorpay refuses, fails, or has not enough left", async () => {
    const { id, data } = await capturedSession(razorpay, provider)
    await expect(refund(data, "500")).rejects.toThrow("the most is 499.99")
    razorpay.control.badDay({
      match: "/refund",
      kind: "refuse",
      status: 400,
      times: 9,
    })
    await expect(refund(data, "10")).rejects.toMatchObject({
      type: "not_allowed",
    })
    razorpay.control.goodDays()
    await expect(refund(data, "0")).rejects.toMatchObject({
      type: "not_allowed",
    })
    expect(razorpay.ledger.books(id).refunded).toBe(0)
    expect(attempts.at(-1)?.result?.outcome).toBe("refused")
  })

  it("never gives back what was only held", async () => {
    const session = await openSession(provider)
    razorpay.control.pay(session.id)
    const { data } = await provider.authorizePayment(session)
    await expect(refund(data ?? {}, "10")).rejects.toThrow("the most is 0.00")
  })

  it("picks the payment that has enough left", async () => {
    const { id, paymentId, data } = await capturedSession(razorpay, provider)
    razorpay.control.pay(id, { outcome: "fail", again: true })
    await refund(data, "300", "refund_of_the_store_1")
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(30_000)

    const other = razorpay.control.pay(id, { again: true, amount: 49_999 })
    razorpay.control.payment(other.id).status = "captured"
    razorpay.control.payment(other.id).captured = true
    await refund(data, "250", "refund_of_the_store_2")
    expect(razorpay.control.payment(other.id).amount_refunded).toBe(25_000)
    await refund(data, "199.99", "refund_of_the_store_3")
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(49_999)
  })

  it("leaves off what rounding added to the last part", async () => {
    const session = await openSession(provider, { amount: "499.995" })
    const { id: paymentId } = razorpay.control.pay(session.id)
    const { data = {} } = await capture(session.data)
    await refund(data, "166.665", "refund_of_the_store_1")
    await refund(data, "166.665", "refund_of_the_store_2")
    await refund(data, "166.665", "refund_of_the_store_3")
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(50_000)
  })

  it("made at Razorpay is taken in without another one", async () => {
    const { paymentId, data } = await capturedSession(razorpay, provider)
    const outside = { gateway_refund_id: "rfnd_1" }
    await takeInRefund(outside, () => refund(data, "10"))
    expect(razorpay.control.payment(paymentId).amount_refunded).toBe(0)
  })
})

describe("canceling", () => {
  it("held money is a noted no-op, because Razorpay lets go of it by itself", async () => {
    const session = await openSession(provider)
    razorpay.control.pay(session.id)
    const { data } = await provider.authorizePayment(session)
    const { data: after } = await provider.cancelPayment({ data })
    expect(after?.note).toContain("lets go of held money by itself")
    expect(made(/^POST .*(capture|refund)/)).toEqual([])
    expect(attempts.at(-1)).toMatchObject({
      action: "cancel",
      result: { outcome: "succeeded", state_after: "authorized" },
    })
  })

  it("taken money is refused: it has to be refunded", async () => {
    const { data } = await capturedSession(razorpay, provider)
    await expect(provider.cancelPayment({ data })).rejects.toThrow(
      "has been captured: refund it instead"
    )
  })

  it("or deleting what was never opened does nothing", async () => {
    expect(await provider.cancelPayment({ data: {} })).toEqual({ data: {} })
    expect(await provider.deletePayment({ data: {} })).toEqual({ data: {} })
    expect(razorpay.calls).toEqual([])
  })
})

describe("two payments of one order", () => {
  it("count once: the one that was taken, or else the earlier", async () => {
    const session = await openSession(provider)
    const first = razorpay.control.pay(session.id)
    razorpay.control.payment(first.id).created_at -= 60
    const second = razorpay.control.pay(session.id, { again: true })
    const payerOf = async () =>
      (await provider.authorizePayment(session)).data?.payment_id
    expect(await payerOf()).toBe(first.id)
    razorpay.control.capture(second.id)
    expect(await payerOf()).toBe(second.id)
    const { data } = await provider.authorizePayment(session)
    expect(await capture(data)).toMatchObject({
      data: { payment_id: second.id, status: "captured" },
    })
  })

  it("stay with the one that the store has written down", async () => {
    const { id, paymentId, data } = await capturedSession(razorpay, provider)
    const other = razorpay.control.pay(id, { again: true })
    Object.assign(razorpay.control.payment(other.id), {
      status: "captured",
      captured: true,
      created_at: 1,
    })
    const seen = await provider.retrieveGatewayPayment(data)
    expect(seen.paid?.gateway_payment_id).toBe(paymentId)
    expect(seen.surplus.map((each) => each.gateway_payment_id)).toEqual([
      other.id,
    ])
  })
})

it("every call that moves money is in the log with its session, amount and end", async () => {
  const { data, paymentId } = await capturedSession(razorpay, provider)
  await refund(data, "10")
  const seen = attempts.map(({ action, session_id, amount, result }) => [
    action,
    session_id,
    amount,
    result?.outcome,
    result?.gateway_payment_id,
  ])
  expect(seen).toEqual([
    ["create", "payses_1", "499.99", "succeeded", null],
    ["authorize", "payses_1", "499.99", "succeeded", paymentId],
    ["capture", "payses_1", "499.99", "succeeded", paymentId],
    ["refund", "payses_1", "10.00", "succeeded", paymentId],
  ])
})
