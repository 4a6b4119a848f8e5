import { capturedSession, givenStripe, openSession } from "./fixtures"

const given = givenStripe()

describe("a Stripe that gives no answer", () => {
  const TROUBLES = [
    "drop",
    "drop-after",
    "timeout-before",
    "timeout-after",
  ] as const

  it.each(TROUBLES)("(%s) captures and refunds once", async (kind) => {
    const { id, data } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    given.stripe.control.badDay({ match: "/capture", kind })
    await given.capture(data, "capt_1")
    given.stripe.control.badDay({ match: "POST /v1/refunds", kind })
    await given.refund(data, "5.00", "ref_1")
    expect(given.stripe.ledger.books(id)).toMatchObject({
      captured: 1999,
      refunded: 500,
    })
  })

  it.each(TROUBLES)("(%s) makes one payment", async (kind) => {
    given.stripe.control.badDay({ match: "POST /v1/payment_intents", kind })
    await openSession(given.provider, "payses_1")
    const created = given.stripe.webhooks.events.filter(
      ({ type }) => type === "payment_intent.created"
    )
    expect(created).toHaveLength(1)
  })

  it("for longer than the retries is asked whether it was done", async () => {
    const { id, data } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    given.stripe.control.badDay({
      match: "/capture",
      kind: "timeout-after",
      times: 3,
    })
    await given.capture(data, "capt_1")
    const day = { match: "POST /v1/refunds", times: 3 }
    given.stripe.control.badDay({ ...day, kind: "timeout-after" })
    await given.refund(data, "5.00", "ref_1")
    expect(given.stripe.ledger.count("refunded")).toBe(1)
  }, 15_000)

  it("at all leaves an unknown attempt, and the next try with the same key is safe", async () => {
    const { data } = await capturedSession(given.stripe, given.provider)
    const day = { kind: "timeout-after", times: 3 } as const
    given.stripe.control.badDay({ match: "POST /v1/refunds", ...day })
    given.stripe.control.badDay({ match: "GET /v1/refunds", ...day })
    await expect(given.refund(data, "5.00", "ref_1")).rejects.toMatchObject({
      type: "unexpected_state",
    })
    expect(given.attempts.at(-1)).toMatchObject({
      action: "refund",
      result: { outcome: "unknown" },
    })
    await given.refund(data, "5.00", "ref_1")
    expect(given.stripe.ledger.count("refunded")).toBe(1)
  }, 15_000)

  it.each([402, 429, 500] as const)(
    "but %d makes no session",
    async (status) => {
      const match = "POST /v1/payment_intents"
      given.stripe.control.badDay({ match, kind: "refuse", status, times: 9 })
      await expect(openSession(given.provider, "payses_1")).rejects.toThrow(
        "Stripe"
      )
      expect(given.attempts[0]?.result?.outcome).toBe(
        status === 500 ? "unknown" : "refused"
      )
    }
  )
})
