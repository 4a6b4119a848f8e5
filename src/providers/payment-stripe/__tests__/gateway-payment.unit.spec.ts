import { surplusKey } from "../../../utils/gateway-payment"
import { accountOf } from "../gateway-payment"
import type StripePaymentProvider from "../service"
import {
  capturedSession,
  type LoggedAttempt,
  openSession,
  providerFor,
  recordAttempts,
  startStripeSimulator,
  type StripeSimulator,
} from "./fixtures"

let stripe: StripeSimulator
let provider: StripePaymentProvider
let attempts: LoggedAttempt[]

beforeEach(async () => {
  stripe = await startStripeSimulator()
  provider = providerFor(stripe)
  attempts = recordAttempts()
})
afterEach(() => stripe.stop())

describe("what Stripe tells the reconciler", () => {
  it("follows a payment from its beginning to its refunds", async () => {
    const { id, data } = await openSession(provider, "payses_1")
    expect(await provider.retrieveGatewayPayment(data)).toMatchObject({
      paid: { gateway_payment_id: id, state: "pending", amount: "19.99" },
      ...{ surplus: [], is_open: true },
    })
    stripe.control.pay(id)
    expect(await provider.retrieveGatewayPayment(data)).toMatchObject({
      paid: { state: "authorized", captured_amount: "0.00" },
      is_open: false,
    })
    const { data: captured = {} } = await provider.capturePayment({
      data,
      context: { idempotency_key: "capt_1" },
    })
    await provider.refundPayment({
      ...{ data: captured, amount: "5.00" },
      context: { idempotency_key: "ref_1" },
    })
    stripe.control.refund({ payment_intent: id, amount: 100, status: "failed" })
    expect(await provider.retrieveGatewayPayment(captured)).toMatchObject({
      paid: {
        ...{ state: "captured", captured_amount: "19.99" },
        ...{ refunded_amount: "5.00", currency_code: "usd" },
        refunds: [
          { refund_id: null, amount: "1.00", state: "failed" },
          { refund_id: "ref_1", amount: "5.00", state: "succeeded" },
        ],
      },
    })
  })

  it("is nothing for a session whose server died before it heard of its payment", async () => {
    expect(await provider.retrieveGatewayPayment({})).toEqual({
      ...{ paid: null, surplus: [], is_open: false },
    })
  })

  it("calls money for another amount a surplus, and no answer an error", async () => {
    const { id, data } = await openSession(provider, "payses_1")
    stripe.control.intent(id).amount = 500
    stripe.control.pay(id)
    stripe.control.capture(id)
    expect(await provider.retrieveGatewayPayment(data)).toMatchObject({
      paid: null,
      surplus: [{ gateway_payment_id: id, captured_amount: "5.00" }],
    })
    stripe.control.badDay({ match: "GET", kind: "drop", times: 9 })
    await expect(provider.retrieveGatewayPayment(data)).rejects.toThrow(
      "gave no answer"
    )
  })

  it("gives a surplus back once, though the first answer was lost and Stripe has forgotten the key", async () => {
    const { id } = await capturedSession(stripe, provider)
    const surplus = {
      ...{ gateway_payment_id: id, amount: "19.99", currency_code: "usd" },
      idempotency_key: surplusKey(id),
    }
    stripe.control.badDay({ match: "POST /v1/refunds", kind: "drop-after" })
    const first = await provider.refundSurplus(surplus)
    const later = { ...surplus, idempotency_key: surplus.idempotency_key }
    expect(await provider.refundSurplus(later)).toEqual(first)
    expect(stripe.ledger.count("refunded", id)).toBe(1)
    expect(attempts.at(-1)).toMatchObject({
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
