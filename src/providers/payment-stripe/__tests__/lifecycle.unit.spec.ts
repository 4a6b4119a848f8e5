import {
  capturedSession,
  givenStripe,
  openSession,
  providerFor,
} from "./fixtures"

const given = givenStripe()

describe("a payment with Stripe", () => {
  it("goes from the session over the capture to refunds in part, and the books agree", async () => {
    const session = await openSession(given.provider, "payses_1")
    expect(session).toMatchObject({
      status: "pending",
      data: { amount: 1999, metadata: { session_id: "payses_1" } },
    })
    expect((await given.provider.authorizePayment(session)).status).toBe(
      "pending"
    )

    given.stripe.control.pay(session.id)
    const authorized = await given.provider.authorizePayment(session)
    expect(authorized.status).toBe("authorized")

    const { data = {} } = await given.capture(authorized.data ?? {}, "capt_1")
    await given.refund(data, "5.00", "ref_1")
    await given.refund(data, "14.99", "ref_2")
    expect(given.stripe.ledger.books(session.id)).toMatchObject({
      authorized: 1999,
      captured: 1999,
      refunded: 1999,
    })
    expect(given.stripe.ledger.count("refunded")).toBe(2)
  })

  it("is captured at once where the store wants it", async () => {
    const eager = providerFor(given.stripe, { capture: true })
    const session = await openSession(eager, "payses_1")
    given.stripe.control.pay(session.id)
    expect((await eager.authorizePayment(session)).status).toBe("captured")
  })

  it("waits, asks for more, outlives a declined card and is canceled as Stripe says", async () => {
    const session = await openSession(given.provider, "payses_1")
    const status = async () =>
      (await given.provider.getPaymentStatus(session)).status
    given.stripe.control.pay(session.id, "require_action")
    expect(await status()).toBe("requires_more")
    given.stripe.control.pay(session.id, "decline")
    // Another card may pay it still.
    expect(await status()).toBe("pending")
    given.stripe.control.pay(session.id, "process")
    expect(await status()).toBe("pending")
    await given.provider.cancelPayment(session)
    expect(await status()).toBe("canceled")
    await given.provider.deletePayment(session)
  })

  it("gives a hold back when the session is deleted, and refuses to delete taken money", async () => {
    const held = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(held.id)
    await given.provider.deletePayment(held)
    expect(given.stripe.ledger.books(held.id).released).toBe(1999)

    const taken = await capturedSession(
      given.stripe,
      given.provider,
      "payses_2"
    )
    await expect(given.provider.deletePayment(taken)).rejects.toThrow(
      "Stripe refused to cancel the payment"
    )
  })

  it("follows a changed amount", async () => {
    const { data } = await openSession(given.provider, "payses_1")
    const change = { data, amount: "25.00", currency_code: "usd" }
    const changed = await given.provider.updatePayment(change)
    expect(changed.data).toMatchObject({ amount: 2500, expected_amount: 2500 })
    await given.provider.updatePayment({ ...change, data: changed.data ?? {} })
    const updates = given.stripe.calls.filter((call) =>
      /^POST .*payment_intents\/\w+$/.test(call)
    )
    expect(updates).toHaveLength(1)
  })
})

describe("the transaction log", () => {
  it("is told of every call before it is made, and how it ended", async () => {
    const { id, data } = await capturedSession(given.stripe, given.provider)
    await given.refund(data, "5", "ref_1")
    await expect(given.refund(data, "500", "ref_2")).rejects.toThrow()
    expect(given.attempts).toMatchObject([
      {
        action: "create",
        session_id: "payses_1",
        amount: "19.99",
        currency_code: "usd",
        result: {
          outcome: "succeeded",
          gateway_payment_id: id,
          state_after: "requires_payment_method",
        },
      },
      {
        action: "capture",
        gateway_payment_id: id,
        result: { outcome: "succeeded", state_after: "succeeded" },
      },
      {
        action: "refund",
        amount: "5.00",
        state_before: "succeeded",
        result: { gateway_reference_id: expect.stringMatching(/^re_/) },
      },
      { action: "refund", amount: "500.00", result: { outcome: "refused" } },
    ])
  })

  it("gets no secret, and neither do errors", async () => {
    const stranger = providerFor(given.stripe, { apiKey: "sk_test_wrong" })
    const { data } = await capturedSession(given.stripe, given.provider)
    const failed = await stranger
      .cancelPayment({ data })
      .catch((error: Error) => error.message)
    expect(failed).toContain("Stripe refused")
    const secret = /_secret_(?!\*)|sk_test_(?!\*)|4242|shopper@/
    expect(JSON.stringify(given.attempts)).not.toMatch(secret)
    expect(failed).not.toMatch(secret)
  })
})
