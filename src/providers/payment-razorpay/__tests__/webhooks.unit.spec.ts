import {
  verifiesWebhooks,
  type WebhookOutcome,
} from "../../../utils/payment-webhook"
import {
  capturedSession,
  givenRazorpay,
  openSession,
  providerFor,
} from "./fixtures"

const given = givenRazorpay()

const control = () => given.razorpay.control

/** What the last event of a kind means by now. */
async function outcomeOf(event: string): Promise<WebhookOutcome> {
  const found = given.razorpay.webhooks.events
    .filter(({ body }) => body.event === event)
    .at(-1)
  if (!found) {
    throw new Error(`No ${event} happened`)
  }
  const { body, headers } = given.razorpay.webhooks.signed(found)
  const verified = given.provider.verifyWebhook({
    rawData: Buffer.from(body),
    headers,
  })
  return given.provider.mapWebhook(verified)
}

const MONEY = { amount: "499.99", currency_code: "inr" }

describe("an event of a payment", () => {
  it("finds its session by the stored order, then the order's notes, then its receipt", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id, { notes: [] })
    const expected = {
      action: "authorized",
      session_id: "payses_1",
      gateway_payment_id: id,
      ...MONEY,
    }
    control().order(session.id).notes = []
    control().order(session.id).receipt = null
    expect(await outcomeOf("payment.authorized")).toEqual(expected)
  })

  it.each([
    ["notes", { receipt: null }],
    ["receipt", { notes: [] as [] }],
  ])(
    "of an order that no session holds any more is too much, found by its %s",
    async (_, lost) => {
      const session = await openSession(given.provider, { rows: given.rows })
      given.rows.sessions[0]!.data = { id: "order_of_the_new_total" }
      Object.assign(control().order(session.id), lost)
      const { id } = control().pay(session.id)
      control().capture(id)
      expect(await outcomeOf("payment.captured")).toMatchObject({
        action: "surplus",
        session_id: "payses_1",
        gateway_payment_id: id,
        ...MONEY,
      })
    }
  )

  it("means what is so now, whatever it told of, in any order", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id)
    control().capture(id)
    const captured = {
      action: "captured",
      session_id: "payses_1",
      gateway_payment_id: id,
      ...MONEY,
    }
    for (const event of [
      "order.paid",
      "payment.captured",
      "payment.authorized",
    ]) {
      expect(await outcomeOf(event)).toEqual(captured)
    }
  })

  it("that lies about amount and state is not believed", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id, { outcome: "fail" })
    control().lie("payment.captured", id, { status: "captured", amount: 1 })
    expect(await outcomeOf("payment.captured")).toMatchObject({
      action: "failed",
      reason: "payment_failed",
    })
  })

  it("tells of a failure, then of the late authorization, and not back again", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id, { outcome: "fail" })
    expect((await outcomeOf("payment.failed")).action).toBe("failed")
    control().authorizeLate(id)
    expect((await outcomeOf("payment.authorized")).action).toBe("authorized")
    expect((await outcomeOf("payment.failed")).action).toBe("authorized")
  })

  it("of a failed attempt beside a paid one is passed over", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    control().pay(session.id, { outcome: "fail" })
    control().pay(session.id)
    expect(await outcomeOf("payment.failed")).toEqual({
      action: "ignored",
      reason: "another payment pays the order",
    })
  })

  it("of another store's order in the same account is passed over", async () => {
    const other = providerFor(given.razorpay)
    const session = await openSession(other, { sessionId: "payses_theirs" })
    control().capture(control().pay(session.id).id)
    expect(await outcomeOf("payment.captured")).toEqual({
      action: "ignored",
      reason: "no payment session of this store",
    })
  })

  it("of a payment that this account does not know is passed over", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id)
    control().lie("payment.captured", id, { id: "pay_00000000000000" })
    expect((await outcomeOf("payment.captured")).action).toBe("ignored")
  })

  it("throws while Razorpay cannot be reached, to be tried again", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    control().pay(session.id)
    control().badDay({ match: "GET", kind: "refuse", status: 503, times: 3 })
    await expect(outcomeOf("payment.authorized")).rejects.toThrow("503")
    control().badDay({ match: "GET", kind: "refuse", status: 401 })
    await expect(outcomeOf("payment.authorized")).rejects.toThrow(
      "Authentication"
    )
  })
})

describe("too much money", () => {
  it("is a second payment of one order, once it was taken", async () => {
    const { id, data } = await capturedSession(given.razorpay, given.provider)
    given.rows.sessions.push({
      id: "payses_1",
      payment_collection_id: "pay_col_1",
      amount: "499.99",
      currency_code: "inr",
      data,
    })
    const second = control().pay(id, { again: true })
    expect((await outcomeOf("payment.authorized")).action).toBe("ignored")
    Object.assign(control().payment(second.id), {
      status: "captured",
      captured: true,
    })
    expect(await outcomeOf("payment.authorized")).toEqual({
      action: "surplus",
      session_id: "payses_1",
      gateway_payment_id: second.id,
      ...MONEY,
      reason: "a second payment of one order",
    })
    const { gateway_refund_id } = await given.provider.refundSurplus({
      gateway_payment_id: second.id,
      ...MONEY,
      idempotency_key: `surplus-${second.id}`,
    })
    expect(await outcomeOf("refund.processed")).toMatchObject({
      action: "refunded",
      session_id: "payses_1",
      gateway_refund_id,
      refund_id: `surplus-${second.id}`,
    })
    // Late or twice: nothing is left to give back.
    expect((await outcomeOf("payment.authorized")).action).toBe("ignored")
  })

  it("is one for a session that went with the cart's old total, told to the new one", async () => {
    const old = await openSession(given.provider, { rows: given.rows })
    const collection = given.rows.sessions[0]!.payment_collection_id
    given.rows.sessions.length = 0
    const { id } = control().pay(old.id)
    control().capture(id)
    expect(await outcomeOf("payment.captured")).toMatchObject({
      action: "surplus",
      session_id: "payses_1",
    })
    await openSession(given.provider, {
      sessionId: "payses_2",
      amount: "600",
      rows: given.rows,
    })
    given.rows.sessions[0]!.payment_collection_id = collection
    expect(await outcomeOf("payment.captured")).toMatchObject({
      action: "surplus",
      session_id: "payses_2",
      gateway_payment_id: id,
      ...MONEY,
    })
  })

  it("is given back once under its key, however often it is asked", async () => {
    const { paymentId } = await capturedSession(given.razorpay, given.provider)
    const surplus = {
      gateway_payment_id: paymentId,
      ...MONEY,
      idempotency_key: `surplus-${paymentId}`,
    }
    const once = await given.provider.refundSurplus(surplus)
    expect(await given.provider.refundSurplus(surplus)).toEqual(once)
    expect(control().payment(paymentId).amount_refunded).toBe(49_999)
  })
})

describe("an event of a refund", () => {
  it("names the store's own refund, and no more than the gateway's for one made there", async () => {
    const { paymentId, data } = await capturedSession(
      given.razorpay,
      given.provider
    )
    given.rows.sessions.push({
      id: "payses_1",
      payment_collection_id: "pay_col_1",
      amount: "499.99",
      currency_code: "inr",
      data,
    })
    const context = { idempotency_key: "refund_of_the_store_1" }
    await given.provider.refundPayment({ data, amount: "10", context })
    expect(await outcomeOf("refund.processed")).toMatchObject({
      action: "refunded",
      session_id: "payses_1",
      gateway_payment_id: paymentId,
      refund_id: "refund_of_the_store_1",
      amount: "10.00",
    })
    control().refund({ payment_id: paymentId, amount: 500 })
    expect(await outcomeOf("refund.processed")).toMatchObject({
      action: "refunded",
      refund_id: null,
      amount: "5.00",
    })
  })

  it("waits while the refund is on its way, and tells when it failed", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id)
    control().capture(id)
    const refund = control().refund({ payment_id: id, status: "pending" })
    expect((await outcomeOf("refund.created")).action).toBe("ignored")
    control().settleRefund(refund.id, "failed")
    expect(await outcomeOf("refund.created")).toMatchObject({
      action: "refund_failed",
      gateway_refund_id: refund.id,
    })
  })

  it("of money that nobody captured in time is no refund of the store", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id)
    control().autoRefund(id)
    expect(await outcomeOf("refund.processed")).toMatchObject({
      action: "canceled",
      session_id: "payses_1",
      reason: "not captured in time, so Razorpay gave it back",
    })
    const { paid } = await given.provider.retrieveGatewayPayment(session.data)
    expect(paid).toBeNull()
  })
})

it("a dispute is told with Razorpay's word for it", async () => {
  const session = await openSession(given.provider, { rows: given.rows })
  const { id } = control().pay(session.id)
  control().capture(id)
  const dispute = control().dispute(id)
  expect(await outcomeOf("payment.dispute.created")).toMatchObject({
    action: "disputed",
    session_id: "payses_1",
    gateway_dispute_id: dispute.id,
    status: "open",
  })
})

it.each(["retrieval", "fraud"] as const)(
  "a dispute in which the bank only asks is told so: %s",
  async (phase) => {
    const session = await openSession(given.provider, { rows: given.rows })
    const { id } = control().pay(session.id)
    control().capture(id)
    control().dispute(id, { phase })
    expect(await outcomeOf("payment.dispute.created")).toMatchObject({
      ...{ action: "disputed", status: "inquiry_open" },
    })
  }
)

describe("Medusa's own webhook handling", () => {
  const handed = (rawData: string, headers: Record<string, string>) =>
    given.provider.getWebhookActionAndData({ data: {}, rawData, headers })

  it("gets session and amount of a payment, and nothing for a forgery", async () => {
    const session = await openSession(given.provider, { rows: given.rows })
    control().pay(session.id)
    const [event] = given.razorpay.webhooks.events
    const { body, headers } = given.razorpay.webhooks.signed(event!)
    expect(await handed(body, headers)).toMatchObject({
      action: "authorized",
      data: { session_id: "payses_1" },
    })
    expect(await handed(`${body} `, headers)).toEqual({
      action: "not_supported",
    })
  })
})

describe("what the reconciler asks", () => {
  it("is whose books these are", () => {
    expect(verifiesWebhooks(given.provider)).toBe(true)
    expect(given.provider.gatewayAccount()).toMatch(/^test:[0-9a-f]{8}$/)
    const live = providerFor(given.razorpay, { keyId: "rzp_live_1" })
    expect(live.gatewayAccount()).toMatch(/^live:/)
  })

  it("is all money of a session, with that on its former orders", async () => {
    const { id, data } = await openSession(given.provider)
    const changed = await given.provider.updatePayment({
      ...{ data, amount: "600", currency_code: "inr" },
    })
    const next = changed.data ?? {}
    expect(await given.provider.retrieveGatewayPayment(next)).toEqual({
      paid: null,
      surplus: [],
      is_open: true,
    })
    const late = control().pay(id)
    control().capture(late.id)
    const payer = control().pay(next.id as string)
    expect(await given.provider.retrieveGatewayPayment(next)).toMatchObject({
      paid: {
        gateway_payment_id: payer.id,
        state: "authorized",
        amount: "600.00",
        captured_amount: "0.00",
      },
      surplus: [{ gateway_payment_id: late.id, captured_amount: "499.99" }],
      is_open: false,
    })
  })

  it("throws when Razorpay does not tell", async () => {
    const { data } = await openSession(given.provider)
    given.razorpay.control.badDay({ match: "GET", kind: "drop", times: 3 })
    await expect(given.provider.retrieveGatewayPayment(data)).rejects.toThrow(
      "gave no answer"
    )
  })
})
