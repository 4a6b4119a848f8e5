import { givenRazorpay, openSession, providerFor } from "./fixtures"

const given = givenRazorpay()

describe("a payment session", () => {
  it("has all that Checkout needs, nothing secret and nothing about the shopper", async () => {
    const named = providerFor(given.razorpay, { name: "Tea & Co" }, given.rows)
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
        key: given.razorpay.keyId,
        order_id: id,
        amount: 49_999,
        currency: "INR",
        name: "Tea & Co",
      },
      checkout_script: `${given.razorpay.url}/v1/checkout.js`,
    })
    const text = JSON.stringify(data)
    expect(text).not.toContain(given.razorpay.keySecret)
    expect(text).not.toMatch(/asha|\+9199|cus_1/)
  })

  it("is named in its order's notes and receipt, with the collection it belongs to", async () => {
    const { id } = await openSession(given.provider, { rows: given.rows })
    expect(given.razorpay.control.order(id)).toMatchObject({
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
    const { id } = await openSession(given.provider, { amount, currency_code })
    expect(given.razorpay.control.order(id).amount).toBe(units)
  })

  it.each(["timeout-after", "drop-after", "garbage"] as const)(
    "whose order was made without an answer (%s) finds it again",
    async (kind) => {
      given.razorpay.control.badDay({ match: "POST /v1/orders", kind })
      const { id } = await openSession(given.provider)
      expect(given.razorpay.control.findOrders("payses_1")).toHaveLength(1)
      expect(given.razorpay.control.order(id).receipt).toBe("payses_1")
    }
  )

  it("that Razorpay does not answer fails as unknown, and one that it refuses as refused", async () => {
    given.razorpay.control.badDay({ match: "orders", kind: "drop", times: 9 })
    await expect(openSession(given.provider)).rejects.toMatchObject({
      type: "unexpected_state",
      message: expect.stringContaining("gave no answer"),
    })
    given.razorpay.control.goodDays()
    await expect(
      openSession(given.provider, { amount: "0.10" })
    ).rejects.toMatchObject({
      type: "not_allowed",
      message: expect.stringContaining("less than minimum"),
    })
    const ends = given.attempts.map(({ result }) => result?.outcome)
    expect(ends).toEqual(["unknown", "refused"])
  })

  it("is held for capture later, or taken at once where the store says so", async () => {
    const held = await openSession(given.provider)
    given.razorpay.control.pay(held.id)
    expect((await given.provider.authorizePayment(held)).status).toBe(
      "authorized"
    )

    const eager = providerFor(given.razorpay, { capture: true })
    const taken = await openSession(eager, { sessionId: "payses_2" })
    given.razorpay.control.pay(taken.id)
    expect((await eager.authorizePayment(taken)).status).toBe("captured")
  })

  it.each(["card", "upi", "netbanking", "wallet"] as const)(
    "is paid by %s",
    async (method) => {
      const session = await openSession(given.provider)
      const { id } = given.razorpay.control.pay(session.id, { method })
      const { status, data } = await given.provider.authorizePayment(session)
      expect(status).toBe("authorized")
      expect(data).toMatchObject({ payment_id: id, method })
      expect(JSON.stringify({ ...data, seal: null })).not.toMatch(
        /asha|shopper@|@upi|1111/i
      )
    }
  )

  it("places no order while nothing was paid: created, attempted, waiting, failed", async () => {
    const session = await openSession(given.provider)
    const status = async () =>
      (await given.provider.authorizePayment(session)).status
    expect(await status()).toBe("pending")
    given.razorpay.control.pay(session.id, { outcome: "fail" })
    expect(given.razorpay.control.order(session.id).status).toBe("attempted")
    expect(await status()).toBe("pending")
    given.razorpay.control.pay(session.id, { method: "upi", outcome: "wait" })
    expect(await status()).toBe("pending")
  })

  it("takes a late authorization of a payment that had failed", async () => {
    const session = await openSession(given.provider)
    const payment = given.razorpay.control.pay(session.id, { outcome: "fail" })
    await given.provider.authorizePayment(session)
    given.razorpay.control.authorizeLate(payment.id)
    const { status, data } = await given.provider.authorizePayment(session)
    expect(status).toBe("authorized")
    expect(data).toMatchObject({ payment_id: payment.id })
  })

  it("keeps its order for the same amount, and gets another one for another", async () => {
    const { id, data } = await openSession(given.provider)
    const change = { data, currency_code: "inr" }
    const same = await given.provider.updatePayment({
      ...change,
      amount: "499.990",
    })
    expect(same.data).toEqual(data)

    const first = await given.provider.updatePayment({
      ...change,
      amount: "25",
    })
    const second = await given.provider.updatePayment({
      ...change,
      data: first.data,
      amount: "30",
    })
    expect(second.data).toMatchObject({
      amount: 3000,
      former_order_ids: [id, first.data?.id],
    })
    const orders = given.razorpay.control.findOrders("payses_1")
    const receipts = orders.map(({ receipt }) => receipt)
    expect(receipts).toEqual(["payses_1-3", "payses_1-2", "payses_1"])
  })
})
