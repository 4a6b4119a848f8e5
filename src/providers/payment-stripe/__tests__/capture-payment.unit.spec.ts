import { givenStripe, openSession, providerFor } from "./fixtures"

const given = givenStripe()

describe("a capture", () => {
  it("made in the dashboard already is a success, once checked", async () => {
    const { id, data } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    given.stripe.control.capture(id)
    const captured = await given.capture(data, "capt_1")
    expect(captured.data).toMatchObject({ status: "succeeded" })
    expect(given.stripe.ledger.count("captured")).toBe(1)
  })

  it("made in the dashboard for less is refused, because the money is not there", async () => {
    const { id, data } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    given.stripe.control.capture(id, 500)
    await expect(given.capture(data, "capt_1")).rejects.toThrow(
      "Stripe refused to capture the payment"
    )
  })

  it("of a payment that nobody made is refused", async () => {
    const { data } = await openSession(given.provider, "payses_1")
    await expect(given.capture(data, "capt_1")).rejects.toMatchObject({
      type: "not_allowed",
    })
  })

  it("in part takes that part only, and a second one is refused", async () => {
    const payment_id = "pay_1"
    const first = { id: "capt_1", payment_id, raw_amount: "5.00" }
    const second = { id: "capt_2", payment_id, raw_amount: "5.00" }
    const rows = [first]
    const careful = providerFor(given.stripe, {}, rows)
    const { id, data } = await openSession(careful, "payses_1")
    given.stripe.control.pay(id)
    await given.capture(data, "capt_1", careful)
    expect(given.stripe.ledger.books(id)).toMatchObject({
      captured: 500,
      released: 1499,
    })
    rows.push(second)
    await expect(given.capture(data, "capt_2", careful)).rejects.toThrow(
      "refused"
    )
    expect(given.stripe.ledger.books(id).captured).toBe(500)
  })
})
