import { givenRazorpay, openSession, providerFor } from "./fixtures"

const given = givenRazorpay()

describe("a capture", () => {
  it("takes the money once, however often and by whom it is asked", async () => {
    const session = await openSession(given.provider)
    const payment = given.razorpay.control.pay(session.id)
    const { data } = await given.provider.authorizePayment(session)
    const [one, two] = await Promise.all([
      given.capture(data),
      given.capture(data),
    ])
    expect(one.data).toMatchObject({
      status: "captured",
      payment_id: payment.id,
    })
    expect(two.data).toMatchObject({ status: "captured" })
    await given.capture(data, "capt_2")
    expect(given.razorpay.ledger.books(session.id).captured).toBe(49_999)
  })

  it.each(["timeout-after", "drop-after", "garbage"] as const)(
    "that happened without an answer (%s) is a success",
    async (kind) => {
      const session = await openSession(given.provider)
      given.razorpay.control.pay(session.id)
      const { data } = await given.provider.authorizePayment(session)
      given.razorpay.control.badDay({ match: "/capture", kind, times: 3 })
      expect((await given.capture(data)).data).toMatchObject({
        status: "captured",
      })
      expect(given.razorpay.ledger.books(session.id).captured).toBe(49_999)
    }
  )

  it("that got no answer and did not happen is unknown, and can be made again", async () => {
    const session = await openSession(given.provider)
    given.razorpay.control.pay(session.id)
    const { data } = await given.provider.authorizePayment(session)
    given.razorpay.control.badDay({ match: "/capture", kind: "drop", times: 3 })
    await expect(given.capture(data)).rejects.toMatchObject({
      type: "unexpected_state",
    })
    expect(given.attempts.at(-1)?.result?.outcome).toBe("unknown")
    expect((await given.capture(data)).data).toMatchObject({
      status: "captured",
    })
  })

  it("of a part is refused, because Razorpay takes all or nothing", async () => {
    const session = await openSession(given.provider)
    given.razorpay.control.pay(session.id)
    const { data } = await given.provider.authorizePayment(session)
    const payment_id = "pay_1"
    given.rows.captures.push({ id: "capt_1", payment_id, raw_amount: "100" })
    given.provider = providerFor(given.razorpay, {}, given.rows)
    await expect(given.capture(data)).rejects.toThrow(
      "captures a payment whole"
    )
    expect(given.razorpay.ledger.books(session.id).captured).toBe(0)
  })

  it("of a session that nobody paid is refused", async () => {
    const { data } = await openSession(given.provider)
    await expect(given.capture(data)).rejects.toMatchObject({
      type: "not_allowed",
    })
  })
})
