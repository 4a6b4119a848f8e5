import { givenStripe, openSession } from "./fixtures"

const given = givenStripe()

describe("money that is not what the store asked for", () => {
  it.each([
    ["less", { expected_amount: 2500 }],
    ["more", { expected_amount: 100 }],
    ["another currency", { expected_currency: "inr" }],
  ])("does not pay the order: %s", async (_, expected) => {
    const { id, data } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    const answer = await given.provider.authorizePayment({
      data: { ...data, ...expected },
    })
    expect(answer.status).toBe("error")
  })

  it("is not believed when the storefront names what to expect", async () => {
    const { data } = await given.provider.initiatePayment({
      amount: "19.99",
      currency_code: "usd",
      data: { session_id: "payses_1", expected_amount: 1, amount: 1 },
      context: { idempotency_key: "payses_1" },
    })
    expect(data).toMatchObject({ amount: 1999, expected_amount: 1999 })
  })
})
