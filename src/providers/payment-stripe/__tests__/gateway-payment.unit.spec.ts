import { surplusKey } from "../../../utils/gateway-payment"
import { accountOf } from "../gateway-payment"
import { capturedSession, givenStripe, openSession } from "./fixtures"

const given = givenStripe()

describe("what Stripe tells the reconciler", () => {
  it("follows a payment from its beginning to its refunds", async () => {
    const { id, data } = await openSession(given.provider, "payses_1")
    expect(await given.provider.retrieveGatewayPayment(data)).toMatchObject({
      paid: { gateway_payment_id: id, state: "pending", amount: "19.99" },
      ...{ surplus: [], is_open: true },
    })
    given.stripe.control.pay(id)
    expect(await given.provider.retrieveGatewayPayment(data)).toMatchObject({
      paid: { state: "authorized", captured_amount: "0.00" },
      is_open: false,
    })
    const { data: captured = {} } = await given.provider.capturePayment({
      data,
      context: { idempotency_key: "capt_1" },
    })
    await given.provider.refundPayment({
      ...{ data: captured, amount: "5.00" },
      context: { idempotency_key: "ref_1" },
    })
    given.stripe.control.refund({
      payment_intent: id,
      amount: 100,
      status: "failed",
    })
    expect(await given.provider.retrieveGatewayPayment(captured)).toMatchObject(
      {
        paid: {
          ...{ state: "captured", captured_amount: "19.99" },
          ...{ refunded_amount: "5.00", currency_code: "usd" },
          refunds: [
            { refund_id: null, amount: "1.00", state: "failed" },
            { refund_id: "ref_1", amount: "5.00", state: "succeeded" },
          ],
        },
      }
    )
  })

  it("is nothing for a session whose server died before it heard of its payment", async () => {
    expect(await given.provider.retrieveGatewayPayment({})).toEqual({
      ...{ paid: null, surplus: [], is_open: false },
    })
  })

  it("calls money for another amount a surplus, and no answer an error", async () => {
    const { id, data } = await openSession(given.provider, "payses_1")
    given.stripe.control.intent(id).amount = 500
    given.stripe.control.pay(id)
    given.stripe.control.capture(id)
    expect(await given.provider.retrieveGatewayPayment(data)).toMatchObject({
      paid: null,
      surplus: [{ gateway_payment_id: id, captured_amount: "5.00" }],
    })
    given.stripe.control.badDay({ match: "GET", kind: "drop", times: 9 })
    await expect(given.provider.retrieveGatewayPayment(data)).rejects.toThrow(
      "gave no answer"
    )
  })

  it("gives a surplus back once, though the first answer was lost and Stripe has forgotten the key", async () => {
    const { id } = await capturedSession(given.stripe, given.provider)
    const surplus = {
      ...{ gateway_payment_id: id, amount: "19.99", currency_code: "usd" },
      idempotency_key: surplusKey(id),
    }
    given.stripe.control.badDay({
      match: "POST /v1/refunds",
      kind: "drop-after",
    })
    const first = await given.provider.refundSurplus(surplus)
    given.stripe.forgetKeys()
    expect(await given.provider.refundSurplus(surplus)).toEqual(first)
    expect(given.stripe.ledger.count("refunded", id)).toBe(1)
    expect(given.attempts.at(-1)).toMatchObject({
      ...{ action: "refund", gateway_payment_id: id, amount: "19.99" },
      result: { outcome: "succeeded" },
    })
  })
})

describe("the account that a key belongs to", () => {
  it("stays when the key is rotated, and changes between test and live and to another owner", () => {
    const key = (mode: string, owner: string, rest: string) =>
      accountOf(`sk_${mode}_51${owner}${rest}`)
    const mine = "HxAbCdEfGhIjKlM"
    const known = key("test", mine, "Oldold")
    expect(known).toMatch(/^test:[0-9a-f]{8}$/)
    expect(key("test", mine, "Newnew")).toBe(known)
    expect(key("live", mine, "Oldold")).toMatch(/^live:/)
    expect(key("test", "ZyXwVuTsRqPoNmL", "Oldold")).not.toBe(known)
    expect(accountOf("sk_test_short")).not.toBe(accountOf("sk_test_other"))
    expect(known).not.toContain(mine)
  })
})
