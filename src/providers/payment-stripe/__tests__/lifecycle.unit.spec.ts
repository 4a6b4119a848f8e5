import { takeInRefund } from "../../../utils/outside-refund"
import type StripePaymentProvider from "../service"
import {
  captureService,
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

const refund = (
  data: Record<string, unknown>,
  amount: string,
  key: string,
  by = provider
) => by.refundPayment({ data, amount, context: { idempotency_key: key } })

const capture = (data: Record<string, unknown>, key: string, by = provider) =>
  by.capturePayment({ data, context: { idempotency_key: key } })

describe("a payment with Stripe", () => {
  it("goes from the session over the capture to refunds in part, and the books agree", async () => {
    const session = await openSession(provider, "payses_1")
    expect(session).toMatchObject({
      status: "pending",
      data: { amount: 1999, metadata: { session_id: "payses_1" } },
    })
    expect((await provider.authorizePayment(session)).status).toBe("pending")

    stripe.control.pay(session.id)
    const authorized = await provider.authorizePayment(session)
    expect(authorized.status).toBe("authorized")

    const { data = {} } = await capture(authorized.data ?? {}, "capt_1")
    await refund(data, "5.00", "ref_1")
    await refund(data, "14.99", "ref_2")
    expect(stripe.ledger.books(session.id)).toMatchObject({
      authorized: 1999,
      captured: 1999,
      refunded: 1999,
    })
    expect(stripe.ledger.count("refunded")).toBe(2)
  })

  it("is captured at once where the store wants it", async () => {
    const eager = providerFor(stripe, { capture: true })
    const session = await openSession(eager, "payses_1")
    stripe.control.pay(session.id)
    expect((await eager.authorizePayment(session)).status).toBe("captured")
  })

  it("waits, asks for more, outlives a declined card and is canceled as Stripe says", async () => {
    const session = await openSession(provider, "payses_1")
    const status = async () => (await provider.getPaymentStatus(session)).status
    stripe.control.pay(session.id, "require_action")
    expect(await status()).toBe("requires_more")
    stripe.control.pay(session.id, "decline")
    // Another card may pay it still.
    expect(await status()).toBe("pending")
    stripe.control.pay(session.id, "process")
    expect(await status()).toBe("pending")
    await provider.cancelPayment(session)
    expect(await status()).toBe("canceled")
    await provider.deletePayment(session)
  })

  it("gives a hold back when the session is deleted, and refuses to delete taken money", async () => {
    const held = await openSession(provider, "payses_1")
    stripe.control.pay(held.id)
    await provider.deletePayment(held)
    expect(stripe.ledger.books(held.id).released).toBe(1999)

    const taken = await capturedSession(stripe, provider, "payses_2")
    await expect(provider.deletePayment(taken)).rejects.toThrow(
      "Stripe refused to cancel the payment"
    )
  })

  it("follows a changed amount", async () => {
    const { data } = await openSession(provider, "payses_1")
    const change = { data, amount: "25.00", currency_code: "usd" }
    const changed = await provider.updatePayment(change)
    expect(changed.data).toMatchObject({ amount: 2500, expected_amount: 2500 })
    await provider.updatePayment({ ...change, data: changed.data ?? {} })
    const updates = stripe.calls.filter((call) =>
      /^POST .*payment_intents\/\w+$/.test(call)
    )
    expect(updates).toHaveLength(1)
  })
})

describe("money that is not what the store asked for", () => {
  it.each([
    ["less", { expected_amount: 2500 }],
    ["more", { expected_amount: 100 }],
    ["another currency", { expected_currency: "inr" }],
  ])("does not pay the order: %s", async (_, expected) => {
    const { id, data } = await openSession(provider, "payses_1")
    stripe.control.pay(id)
    const answer = await provider.authorizePayment({
      data: { ...data, ...expected },
    })
    expect(answer.status).toBe("error")
  })

  it("is not believed when the storefront names what to expect", async () => {
    const { data } = await provider.initiatePayment({
      amount: "19.99",
      currency_code: "usd",
      data: { session_id: "payses_1", expected_amount: 1, amount: 1 },
      context: { idempotency_key: "payses_1" },
    })
    expect(data).toMatchObject({ amount: 1999, expected_amount: 1999 })
  })
})

describe("a capture", () => {
  it("made in the dashboard already is a success, once checked", async () => {
    const { id, data } = await openSession(provider, "payses_1")
    stripe.control.pay(id)
    stripe.control.capture(id)
    const captured = await capture(data, "capt_1")
    expect(captured.data).toMatchObject({ status: "succeeded" })
    expect(stripe.ledger.count("captured")).toBe(1)
  })

  it("made in the dashboard for less is refused, because the money is not there", async () => {
    const { id, data } = await openSession(provider, "payses_1")
    stripe.control.pay(id)
    stripe.control.capture(id, 500)
    await expect(capture(data, "capt_1")).rejects.toThrow(
      "Stripe refused to capture the payment"
    )
  })

  it("of a payment that nobody made is refused", async () => {
    const { data } = await openSession(provider, "payses_1")
    await expect(capture(data, "capt_1")).rejects.toMatchObject({
      type: "not_allowed",
    })
  })

  it("in part takes that part only, and a second one is refused", async () => {
    const payment_id = "pay_1"
    const first = { id: "capt_1", payment_id, raw_amount: "5.00" }
    const second = { id: "capt_2", payment_id, raw_amount: "5.00" }
    const rows = [first]
    const careful = providerFor(
      stripe,
      {},
      { captureService: captureService(rows) }
    )
    const { id, data } = await openSession(careful, "payses_1")
    stripe.control.pay(id)
    await capture(data, "capt_1", careful)
    expect(stripe.ledger.books(id)).toMatchObject({
      captured: 500,
      released: 1499,
    })
    rows.push(second)
    await expect(capture(data, "capt_2", careful)).rejects.toThrow("refused")
    expect(stripe.ledger.books(id).captured).toBe(500)
  })
})

describe("a refund", () => {
  it("carries the store's own id, in its metadata and as its key", async () => {
    const { data } = await capturedSession(stripe, provider)
    await refund(data, "5.00", "ref_1")
    await refund(data, "5.00", "ref_1")
    const made = stripe.webhooks.events.filter(
      ({ type }) => type === "refund.created"
    )
    expect(made).toHaveLength(1)
    expect(made[0]?.data.object).toMatchObject({
      metadata: { refund_id: "ref_1" },
    })
  })

  it("that Stripe calls already refunded fails, unless it is that very refund", async () => {
    const { id, data } = await capturedSession(stripe, provider)
    stripe.control.refund({ payment_intent: id })
    await expect(refund(data, "19.99", "ref_1")).rejects.toThrow(
      "charge_already_refunded"
    )
    const other = await capturedSession(stripe, provider, "payses_2")
    const metadata = { refund_id: "ref_2" }
    stripe.control.refund({ payment_intent: other.id, metadata })
    await refund(other.data, "19.99", "ref_2")
    expect(stripe.ledger.count("refunded", other.id)).toBe(1)
  })

  it("that fails at the bank at once is no refund", async () => {
    const { data } = await capturedSession(stripe, provider)
    stripe.control.refundStatus = "failed"
    await expect(refund(data, "5.00", "ref_1")).rejects.toThrow(
      "expired_or_canceled_card"
    )
    expect(attempts.at(-1)?.result?.outcome).toBe("refused")
  })

  it("of more than is left is refused", async () => {
    const { data } = await capturedSession(stripe, provider)
    await expect(refund(data, "20.00", "ref_1")).rejects.toMatchObject({
      type: "not_allowed",
    })
    expect(stripe.ledger.count("refunded")).toBe(0)
  })

  it("made outside the store is taken in without asking Stripe again", async () => {
    const { id, data } = await capturedSession(stripe, provider)
    const { id: gateway_refund_id } = stripe.control.refund({
      payment_intent: id,
      amount: 500,
    })
    const before = stripe.calls.length
    const answer = await takeInRefund({ gateway_refund_id }, () =>
      refund(data, "5.00", "ref_1")
    )
    expect(answer.data).toEqual(data)
    expect(stripe.calls).toHaveLength(before)
  })
})

describe("a Stripe that gives no answer", () => {
  const TROUBLES = [
    "drop",
    "drop-after",
    "timeout-before",
    "timeout-after",
  ] as const

  it.each(TROUBLES)("(%s) captures and refunds once", async (kind) => {
    const { id, data } = await openSession(provider, "payses_1")
    stripe.control.pay(id)
    stripe.control.badDay({ match: "/capture", kind })
    await capture(data, "capt_1")
    stripe.control.badDay({ match: "POST /v1/refunds", kind })
    await refund(data, "5.00", "ref_1")
    expect(stripe.ledger.books(id)).toMatchObject({
      captured: 1999,
      refunded: 500,
    })
  })

  it.each(TROUBLES)("(%s) makes one payment", async (kind) => {
    stripe.control.badDay({ match: "POST /v1/payment_intents", kind })
    await openSession(provider, "payses_1")
    const created = stripe.webhooks.events.filter(
      ({ type }) => type === "payment_intent.created"
    )
    expect(created).toHaveLength(1)
  })

  it("for longer than the retries is asked whether it was done", async () => {
    const { id, data } = await openSession(provider, "payses_1")
    stripe.control.pay(id)
    stripe.control.badDay({
      match: "/capture",
      kind: "timeout-after",
      times: 3,
    })
    await capture(data, "capt_1")
    const day = { match: "POST /v1/refunds", times: 3 }
    stripe.control.badDay({ ...day, kind: "timeout-after" })
    await refund(data, "5.00", "ref_1")
    expect(stripe.ledger.count("refunded")).toBe(1)
  }, 15_000)

  it("at all leaves an unknown attempt, and the next try with the same key is safe", async () => {
    const { data } = await capturedSession(stripe, provider)
    const day = { kind: "timeout-after", times: 3 } as const
    stripe.control.badDay({ match: "POST /v1/refunds", ...day })
    stripe.control.badDay({ match: "GET /v1/refunds", ...day })
    await expect(refund(data, "5.00", "ref_1")).rejects.toMatchObject({
      type: "unexpected_state",
    })
    expect(attempts.at(-1)).toMatchObject({
      action: "refund",
      result: { outcome: "unknown" },
    })
    await refund(data, "5.00", "ref_1")
    expect(stripe.ledger.count("refunded")).toBe(1)
  }, 15_000)

  it.each([402, 429, 500] as const)(
    "but %d makes no session",
    async (status) => {
      const match = "POST /v1/payment_intents"
      stripe.control.badDay({ match, kind: "refuse", status, times: 9 })
      await expect(openSession(provider, "payses_1")).rejects.toThrow("Stripe")
      expect(attempts[0]?.result?.outcome).toBe(
        status === 500 ? "unknown" : "refused"
      )
    }
  )
})

describe("the transaction log", () => {
  it("is told of every call before it is made, and how it ended", async () => {
    const { id, data } = await capturedSession(stripe, provider)
    await refund(data, "5", "ref_1")
    await expect(refund(data, "500", "ref_2")).rejects.toThrow()
    expect(attempts).toMatchObject([
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
    const stranger = providerFor(stripe, { apiKey: "sk_test_wrong" })
    const { data } = await capturedSession(stripe, provider)
    const failed = await stranger
      .cancelPayment({ data })
      .catch((error: Error) => error.message)
    expect(failed).toContain("Stripe refused")
    const secret = /_secret_(?!\*)|sk_test_(?!\*)|4242|shopper@/
    expect(JSON.stringify(attempts)).not.toMatch(secret)
    expect(failed).not.toMatch(secret)
  })
})
