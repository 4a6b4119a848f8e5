import { takeInRefund } from "../../../utils/outside-refund"
import { capturedSession, givenRazorpay, openSession } from "./fixtures"

const given = givenRazorpay()

describe("a refund", () => {
  it("carries the store's own id, as its key and in its notes, and is made once", async () => {
    const { paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    await given.refund(data, "100.50")
    await given.refund(data, "100.50")
    await given.refund(data, "50", "refund_of_the_store_2")
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(
      15_050
    )
    const { refunds } = (await given.provider.retrieveGatewayPayment(data))
      .paid!
    expect(refunds.map(({ refund_id, amount }) => [refund_id, amount])).toEqual(
      expect.arrayContaining([
        ["refund_of_the_store_1", "100.50"],
        ["refund_of_the_store_2", "50.00"],
      ])
    )
  })

  it("that Razorpay has not finished stays pending until its webhook", async () => {
    given.razorpay.account.refundStatus = "pending"
    const { data } = await capturedSession(given.razorpay, given.provider)
    await given.refund(data, "10")
    expect(given.attempts.at(-1)?.result).toMatchObject({
      outcome: "succeeded",
      state_after: "pending",
    })
    const { paid } = await given.provider.retrieveGatewayPayment(data)
    expect(paid?.refunds[0]?.state).toBe("pending")
  })

  it.each(["timeout-after", "drop-after", "garbage"] as const)(
    "that was made without an answer (%s) is found by its id",
    async (kind) => {
      const { paymentId, data } = await capturedSession(
        given.razorpay,
        given.provider
      )
      given.razorpay.control.badDay({ match: "/refund", kind, times: 3 })
      await given.refund(data, "10")
      expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(
        1000
      )
    }
  )

  it("throws when nobody knows, and gives back once when it is asked again", async () => {
    const { paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    given.razorpay.control.badDay({
      match: "/refund",
      kind: "timeout-after",
      times: 9,
    })
    await expect(given.refund(data, "10")).rejects.toMatchObject({
      type: "unexpected_state",
      message: expect.stringContaining("may have happened"),
    })
    expect(given.attempts.at(-1)?.result?.outcome).toBe("unknown")
    given.razorpay.control.goodDays()
    await given.refund(data, "10")
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(1000)
  })

  it("waits for the same one in flight (409)", async () => {
    const { paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    given.razorpay.control.badDay({
      match: "/refund",
      kind: "delay",
      milliseconds: 100,
    })
    await Promise.all([given.refund(data, "10"), given.refund(data, "10")])
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(1000)
  })

  it("throws when Razorpay refuses, fails, or has not enough left", async () => {
    const { id, data } = await capturedSession(given.razorpay, given.provider)
    await expect(given.refund(data, "500")).rejects.toThrow(
      "the most is 499.99"
    )
    given.razorpay.control.badDay({
      match: "/refund",
      kind: "refuse",
      status: 400,
      times: 9,
    })
    await expect(given.refund(data, "10")).rejects.toMatchObject({
      type: "not_allowed",
    })
    given.razorpay.control.goodDays()
    await expect(given.refund(data, "0")).rejects.toMatchObject({
      type: "not_allowed",
    })
    expect(given.razorpay.ledger.books(id).refunded).toBe(0)
    expect(given.attempts.at(-1)?.result?.outcome).toBe("refused")
  })

  it("never gives back what was only held", async () => {
    const session = await openSession(given.provider)
    given.razorpay.control.pay(session.id)
    const { data } = await given.provider.authorizePayment(session)
    await expect(given.refund(data ?? {}, "10")).rejects.toThrow(
      "the most is 0.00"
    )
  })

  it("picks the payment that has enough left", async () => {
    const { id, paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    given.razorpay.control.pay(id, { outcome: "fail", again: true })
    await given.refund(data, "300", "refund_of_the_store_1")
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(
      30_000
    )

    const other = given.razorpay.control.pay(id, {
      again: true,
      amount: 49_999,
    })
    given.razorpay.control.payment(other.id).status = "captured"
    given.razorpay.control.payment(other.id).captured = true
    await given.refund(data, "250", "refund_of_the_store_2")
    expect(given.razorpay.control.payment(other.id).amount_refunded).toBe(
      25_000
    )
    await given.refund(data, "199.99", "refund_of_the_store_3")
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(
      49_999
    )
  })

  it("leaves off what rounding added to the last part", async () => {
    const session = await openSession(given.provider, { amount: "499.995" })
    const { id: paymentId } = given.razorpay.control.pay(session.id)
    const row = { id: "capt_1", payment_id: "pay_1", raw_amount: "499.995" }
    given.rows.captures.push(row)
    const { data = {} } = await given.capture(session.data, row.id)
    await given.refund(data, "166.665", "refund_of_the_store_1")
    await given.refund(data, "166.665", "refund_of_the_store_2")
    await given.refund(data, "166.665", "refund_of_the_store_3")
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(
      50_000
    )
  })

  it("made at Razorpay is taken in without another one", async () => {
    const { paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    const outside = { gateway_refund_id: "rfnd_1" }
    await takeInRefund(outside, () => given.refund(data, "10"))
    expect(given.razorpay.control.payment(paymentId).amount_refunded).toBe(0)
  })
})
