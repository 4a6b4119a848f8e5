import { capturedSession, givenRazorpay, openSession } from "./fixtures"

const given = givenRazorpay()

describe("canceling", () => {
  it("held money is a noted no-op, because Razorpay lets go of it by itself", async () => {
    const session = await openSession(given.provider)
    given.razorpay.control.pay(session.id)
    const { data } = await given.provider.authorizePayment(session)
    const { data: after } = await given.provider.cancelPayment({ data })
    expect(after?.note).toContain("lets go of held money by itself")
    expect(given.made(/^POST .*(capture|refund)/)).toEqual([])
    expect(given.attempts.at(-1)).toMatchObject({
      action: "cancel",
      result: { outcome: "succeeded", state_after: "authorized" },
    })
  })

  it("taken money is refused: it has to be refunded", async () => {
    const { data } = await capturedSession(given.razorpay, given.provider)
    await expect(given.provider.cancelPayment({ data })).rejects.toThrow(
      "has been captured: refund it instead"
    )
  })

  it("or deleting what was never opened does nothing", async () => {
    expect(await given.provider.cancelPayment({ data: {} })).toEqual({
      data: {},
    })
    expect(await given.provider.deletePayment({ data: {} })).toEqual({
      data: {},
    })
    expect(given.razorpay.calls).toEqual([])
  })
})
