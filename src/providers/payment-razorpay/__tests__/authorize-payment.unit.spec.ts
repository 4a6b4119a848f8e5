import { capturedSession, givenRazorpay, openSession } from "./fixtures"

const given = givenRazorpay()

describe("money that is not what the store asked for", () => {
  it.each([
    ["a forged amount of the payment", { amount: 100 }],
    ["another currency", { currency: "KES" }],
  ])("does not pay the order: %s", async (_, lie) => {
    const session = await openSession(given.provider, { rows: given.rows })
    given.razorpay.control.pay(session.id, lie)
    const { status } = await given.provider.authorizePayment(session)
    expect(status).toBe("error")
    expect(given.rows.warnings[0]).toContain("the store asked for 49999 INR")
  })

  it("does not pay a session that Medusa values otherwise by now", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    given.razorpay.control.pay(session.id)
    given.rows.sessions[0]!.amount = "999.99"
    expect((await given.provider.authorizePayment(session)).status).toBe(
      "error"
    )
  })

  it("a storefront that names order, amount and payment itself is not heard", async () => {
    const paid = await openSession(given.provider)
    given.razorpay.control.pay(paid.id)
    const sent = { ...paid.data, amount: 1, former_order_ids: ["order_x"] }
    const { id, data } = await openSession(given.provider, {
      sessionId: "payses_2",
      sent,
    })
    expect(id).not.toBe(paid.id)
    expect(data).toMatchObject({ amount: 49_999, former_order_ids: [] })
    expect(
      (
        await given.provider.authorizePayment({
          data,
          context: { idempotency_key: "payses_2" },
        })
      ).status
    ).toBe("pending")
  })

  it("an old paid order in a new session's data pays nothing, sealed or not", async () => {
    const old = await openSession(given.provider, {
      sessionId: "payses_old",
      rows: given.rows,
    })
    given.razorpay.control.pay(old.id)
    const fresh = await openSession(given.provider, {
      sessionId: "payses_new",
      rows: given.rows,
    })
    const { context } = fresh
    for (const data of [
      old.data,
      { ...old.data, session_id: "payses_new" },
      { ...fresh.data, id: old.id },
      { id: old.id },
    ]) {
      await expect(
        given.provider.authorizePayment({ data, context })
      ).rejects.toMatchObject({
        type: "not_allowed",
        message: expect.stringContaining(
          "was not made for this payment session"
        ),
      })
    }
  })

  it("data that somebody else wrote cannot be changed, and names no former orders", async () => {
    const { data } = await openSession(given.provider)
    const victim = await openSession(given.provider, { sessionId: "payses_2" })
    given.razorpay.control.pay(victim.id)
    given.razorpay.control.capture(
      given.razorpay.control.paymentsOf(victim.id)[0]!.id
    )
    const forged = { ...data, former_order_ids: [victim.id] }
    await expect(
      given.provider.updatePayment({
        data: forged,
        amount: "1",
        currency_code: "inr",
      })
    ).rejects.toThrow("start a new one")
    const seen = await given.provider.retrieveGatewayPayment(forged)
    expect(seen.surplus).toEqual([])
  })

  it("survives a new key secret: Razorpay and Medusa confirm what the seal cannot", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    given.razorpay.control.pay(session.id)
    const data = { ...session.data, seal: "of the secret before" }
    const { status, data: after } = await given.provider.authorizePayment({
      ...session,
      data,
    })
    expect(status).toBe("authorized")
    await expect(given.capture(after)).resolves.toMatchObject({
      data: { status: "captured" },
    })
  })

  it.each([undefined, {}, { id: 7 }, { id: "order_x/../payments" }])(
    "is not looked for with %j",
    async (data) => {
      const before = given.razorpay.calls.length
      await expect(given.provider.authorizePayment({ data })).rejects.toThrow(
        "has no order at Razorpay"
      )
      expect(given.razorpay.calls).toHaveLength(before)
    }
  )
})

describe("two payments of one order", () => {
  it("count once: the one that was taken, or else the earlier", async () => {
    const session = await openSession(given.provider)
    const first = given.razorpay.control.pay(session.id)
    given.razorpay.control.payment(first.id).created_at -= 60
    const second = given.razorpay.control.pay(session.id, { again: true })
    const payerOf = async () =>
      (await given.provider.authorizePayment(session)).data?.payment_id
    expect(await payerOf()).toBe(first.id)
    given.razorpay.control.capture(second.id)
    expect(await payerOf()).toBe(second.id)
    const { data } = await given.provider.authorizePayment(session)
    expect(await given.capture(data)).toMatchObject({
      data: { payment_id: second.id, status: "captured" },
    })
  })

  it("stay with the one that the store has written down", async () => {
    const { id, paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    const other = given.razorpay.control.pay(id, { again: true })
    Object.assign(given.razorpay.control.payment(other.id), {
      status: "captured",
      captured: true,
      created_at: 1,
    })
    const seen = await given.provider.retrieveGatewayPayment(data)
    expect(seen.paid?.gateway_payment_id).toBe(paymentId)
    expect(seen.surplus.map((each) => each.gateway_payment_id)).toEqual([
      other.id,
    ])
  })
})

it("every call that moves money is in the log with its session, amount and end", async () => {
  const { data, paymentId } = await capturedSession(
    given.razorpay,
    given.provider
  )
  await given.refund(data, "10")
  const seen = given.attempts.map(({ action, session_id, amount, result }) => [
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
