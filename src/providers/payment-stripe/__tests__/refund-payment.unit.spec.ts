import { takeInRefund } from "../../../utils/outside-refund"
import { capturedSession, givenStripe } from "./fixtures"

const given = givenStripe()

describe("a refund", () => {
  it("carries the store's own id, in its metadata and as its key", async () => {
    const { data } = await capturedSession(given.stripe, given.provider)
    await given.refund(data, "5.00", "ref_1")
    await given.refund(data, "5.00", "ref_1")
    const made = given.stripe.webhooks.events.filter(
      ({ type }) => type === "refund.created"
    )
    expect(made).toHaveLength(1)
    expect(made[0]?.data.object).toMatchObject({
      metadata: { refund_id: "ref_1" },
    })
  })

  it("that Stripe calls already refunded fails, unless it is that very refund", async () => {
    const { id, data } = await capturedSession(given.stripe, given.provider)
    given.stripe.control.refund({ payment_intent: id })
    await expect(given.refund(data, "19.99", "ref_1")).rejects.toThrow(
      "charge_already_refunded"
    )
    const other = await capturedSession(
      given.stripe,
      given.provider,
      "payses_2"
    )
    const metadata = { refund_id: "ref_2" }
    given.stripe.control.refund({ payment_intent: other.id, metadata })
    await given.refund(other.data, "19.99", "ref_2")
    expect(given.stripe.ledger.count("refunded", other.id)).toBe(1)
  })

  it("that fails at the bank at once is no refund", async () => {
    const { data } = await capturedSession(given.stripe, given.provider)
    given.stripe.control.refundStatus = "failed"
    await expect(given.refund(data, "5.00", "ref_1")).rejects.toThrow(
      "expired_or_canceled_card"
    )
    expect(given.attempts.at(-1)?.result?.outcome).toBe("refused")
  })

  it("of more than is left is refused", async () => {
    const { data } = await capturedSession(given.stripe, given.provider)
    await expect(given.refund(data, "20.00", "ref_1")).rejects.toMatchObject({
      type: "not_allowed",
    })
    expect(given.stripe.ledger.count("refunded")).toBe(0)
  })

  it("made outside the store is taken in without asking Stripe again", async () => {
    const { id, data } = await capturedSession(given.stripe, given.provider)
    const { id: gateway_refund_id } = given.stripe.control.refund({
      payment_intent: id,
      amount: 500,
    })
    const before = given.stripe.calls.length
    const answer = await takeInRefund({ gateway_refund_id }, () =>
      given.refund(data, "5.00", "ref_1")
    )
    expect(answer.data).toEqual(data)
    expect(given.stripe.calls).toHaveLength(before)
  })
})
