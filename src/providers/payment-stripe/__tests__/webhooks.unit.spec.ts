import type { StripeEvent } from "../../../../integration-tests/simulators/stripe/objects"
import { signatureHeader } from "../../../../integration-tests/simulators/stripe/signature"
import {
  type VerifiedWebhook,
  verifiesWebhooks,
  WebhookRefused,
} from "../../../utils/payment-webhook"
import {
  capturedSession,
  givenStripe,
  openSession,
  providerFor,
} from "./fixtures"

const SECRET = "whsec_simulator"
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const given = givenStripe()

type Forged = { secret?: string; at?: number; body?: string }

/** A delivery of an event, true unless it says how it is forged. */
function delivery(
  event: StripeEvent,
  { secret = SECRET, at, body }: Forged = {}
) {
  const payload = JSON.stringify(event)
  const seconds = Math.floor((at ?? Date.now()) / 1000)
  const header = signatureHeader(payload, secret, seconds)
  return {
    rawData: Buffer.from(body ?? payload),
    headers: { "stripe-signature": header },
  }
}

const lastEvent = (type: string) => {
  const event = given.stripe.webhooks.events
    .filter((known) => known.type === type)
    .at(-1)
  if (!event) {
    throw new Error(`Stripe sent no ${type}`)
  }
  return event
}

/** As it comes out of the inbox: through JSON. */
const stored = (event: StripeEvent) =>
  JSON.parse(
    JSON.stringify(given.provider.verifyWebhook(delivery(event)))
  ) as VerifiedWebhook

const outcome = (type: string) =>
  given.provider.mapWebhook(stored(lastEvent(type)))

describe("a webhook of Stripe at its receipt", () => {
  let event: StripeEvent
  beforeEach(async () => {
    const { id } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    event = lastEvent("payment_intent.amount_capturable_updated")
  })

  it.each<[string, () => Parameters<typeof delivery>[1]]>([
    ["signed with another secret", () => ({ secret: "whsec_attacker" })],
    [
      "changed after it was signed",
      () => ({ body: JSON.stringify({ ...event, id: "evt_other" }) }),
    ],
    ["ten minutes old", () => ({ at: Date.now() - 10 * MINUTE })],
    ["ten minutes ahead of its time", () => ({ at: Date.now() + 10 * MINUTE })],
    ["empty", () => ({ body: "" })],
  ])("is refused when %s", (_, forgery) => {
    const webhook = delivery(event, forgery())
    expect(() => given.provider.verifyWebhook(webhook)).toThrow(WebhookRefused)
  })

  it.each([
    undefined,
    "",
    "t=,v1=",
    "t=1,v0=abc",
    "rubbish",
    ["t=1,v1=a", "t=2,v1=b"],
  ])("is refused with the signature %j", (signature) => {
    const { rawData } = delivery(event)
    const headers = { "stripe-signature": signature }
    expect(() => given.provider.verifyWebhook({ rawData, headers })).toThrow(
      WebhookRefused
    )
  })

  it("is refused when the store has no secret", () => {
    const careless = providerFor(given.stripe, { webhookSecret: undefined })
    expect(() => careless.verifyWebhook(delivery(event))).toThrow(
      WebhookRefused
    )
  })

  it("holds with the secret of now and the one before it", () => {
    const rotated = providerFor(given.stripe, {
      webhookSecret: "whsec_new",
      previousWebhookSecret: SECRET,
    })
    for (const secret of [SECRET, "whsec_new"]) {
      const { event_id } = rotated.verifyWebhook(delivery(event, { secret }))
      expect(event_id).toBe(event.id)
    }
    const done = providerFor(given.stripe, { webhookSecret: "whsec_new" })
    expect(() => done.verifyWebhook(delivery(event))).toThrow(WebhookRefused)
  })

  it("asks nobody over the network, and keeps no card, no address, no secret", () => {
    const before = given.stripe.calls.length
    given.stripe.control.capture(String(stored(event).data.id))
    given.stripe.control.refund({
      payment_intent: String(stored(event).data.id),
      amount: 500,
      metadata: { refund_id: "ref_1", email: "shopper@store.test" },
    })
    const kept = given.stripe.webhooks.events.map(stored)
    expect(kept.at(0)).toMatchObject({
      event_id: expect.stringMatching(/^evt_/),
      event_type: "payment_intent.created",
      data: { amount: 1999, currency: "usd", session_id: "payses_1" },
    })
    expect(JSON.stringify(kept)).toContain("ref_1")
    expect(JSON.stringify(kept)).not.toMatch(/_secret_|4242|visa|shopper|Asha/)
    expect(given.stripe.calls).toHaveLength(before)
  })

  it("is mapped days later, when its signature would be refused for its age", async () => {
    const kept = stored(event)
    const late = delivery(event, { at: Date.now() - 3 * DAY })
    expect(() => given.provider.verifyWebhook(late)).toThrow(WebhookRefused)
    expect(await given.provider.mapWebhook(kept)).toMatchObject({
      action: "authorized",
    })
  })

  it("is known to the inbox as one of the suite's own", () => {
    expect(verifiesWebhooks(given.provider)).toBe(true)
  })
})

describe("what an event of a payment means", () => {
  it("follows the payment through its states", async () => {
    const { id } = await openSession(given.provider, "payses_1")
    const ids = { session_id: "payses_1", gateway_payment_id: id }
    expect(await outcome("payment_intent.created")).toMatchObject({
      action: "ignored",
    })
    given.stripe.control.pay(id, "decline")
    expect(await outcome("payment_intent.payment_failed")).toEqual({
      action: "failed",
      ...ids,
      reason: "generic_decline",
    })
    given.stripe.control.pay(id, "require_action")
    expect(await outcome("payment_intent.requires_action")).toMatchObject({
      action: "requires_more",
      ...ids,
    })
    given.stripe.control.pay(id, "process")
    expect(await outcome("payment_intent.processing")).toMatchObject({
      action: "pending",
    })
    given.stripe.control.pay(id)
    expect(await outcome("payment_intent.amount_capturable_updated")).toEqual({
      action: "authorized",
      ...ids,
      amount: "19.99",
      currency_code: "usd",
    })
    given.stripe.control.capture(id)
    expect(await outcome("payment_intent.succeeded")).toEqual({
      action: "captured",
      ...ids,
      amount: "19.99",
      currency_code: "usd",
    })
  })

  it("never undoes a newer state: an old failure of a paid payment says paid", async () => {
    const { id } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id, "decline")
    given.stripe.control.pay(id)
    given.stripe.control.capture(id)
    for (const type of [
      "payment_intent.created",
      "payment_intent.payment_failed",
      "payment_intent.amount_capturable_updated",
    ]) {
      expect(await outcome(type)).toMatchObject({ action: "captured" })
    }
  })

  it("is canceled with its reason", async () => {
    const { id } = await openSession(given.provider, "payses_1")
    given.stripe.control.cancel(id, "abandoned")
    expect(await outcome("payment_intent.canceled")).toMatchObject({
      action: "canceled",
      reason: "abandoned",
    })
  })

  it("is nothing where the payment is not of this store, and Stripe is not asked", async () => {
    const { id } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    const event = stored(lastEvent("payment_intent.amount_capturable_updated"))
    const calls = given.stripe.calls.length
    const foreign = { ...event, data: { ...event.data, session_id: null } }
    expect(await given.provider.mapWebhook(foreign)).toEqual({
      action: "ignored",
      reason: "no payment session of this store",
    })
    expect(given.stripe.calls).toHaveLength(calls)
    const unknown = { ...event, data: { ...event.data, id: "pi_other" } }
    expect(await given.provider.mapWebhook(unknown)).toMatchObject({
      action: "ignored",
    })
  })

  it("is asked again later when Stripe cannot be reached", async () => {
    const { id } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    const event = stored(lastEvent("payment_intent.amount_capturable_updated"))
    given.stripe.control.badDay({
      match: "GET /v1/payment_intents",
      kind: "refuse",
      status: 503,
      times: 9,
    })
    await expect(given.provider.mapWebhook(event)).rejects.toThrow()
    given.stripe.control.goodDays()
    expect(await given.provider.mapWebhook(event)).toMatchObject({
      action: "authorized",
    })
  })
})

describe("what an event of a refund or a dispute means", () => {
  let id: string
  beforeEach(async () => {
    ;({ id } = await capturedSession(given.stripe, given.provider))
  })

  it("tells the store's own refunds from those of the dashboard", async () => {
    const own = given.stripe.control.refund({
      payment_intent: id,
      amount: 500,
      metadata: { refund_id: "ref_1" },
    })
    expect(await outcome("refund.created")).toEqual({
      action: "refunded",
      session_id: "payses_1",
      gateway_payment_id: id,
      gateway_refund_id: own.id,
      refund_id: "ref_1",
      amount: "5.00",
      currency_code: "usd",
      reason: null,
    })
    given.stripe.control.refund({
      payment_intent: id,
      amount: 700,
      reason: "duplicate",
    })
    expect(await outcome("refund.created")).toMatchObject({
      refund_id: null,
      amount: "7.00",
      reason: "duplicate",
    })
  })

  it("finds the refund behind each charge.refunded, two of one amount included", async () => {
    const refunds = [500, 500, 700].map((amount) =>
      given.stripe.control.refund({ payment_intent: id, amount })
    )
    const events = given.stripe.webhooks.events.filter(
      ({ type }) => type === "charge.refunded"
    )
    const outcomes = await Promise.all(
      events.map((event) => given.provider.mapWebhook(stored(event)))
    )
    expect(outcomes).toMatchObject(
      refunds.map((refund) => ({
        action: "refunded",
        gateway_refund_id: refund.id,
      }))
    )
  })

  it("says that money came back when a refund fails later, also for its older events", async () => {
    const refund = given.stripe.control.refund({
      payment_intent: id,
      amount: 500,
      status: "pending",
    })
    expect(await outcome("refund.created")).toMatchObject({
      action: "refunded",
    })
    given.stripe.control.settleRefund(refund.id, "failed")
    for (const type of [
      "refund.created",
      "refund.failed",
      "charge.refund.updated",
    ]) {
      expect(await outcome(type)).toMatchObject({
        action: "refund_failed",
        gateway_refund_id: refund.id,
        reason: "expired_or_canceled_card",
      })
    }
    expect(await outcome("charge.refunded")).toMatchObject({
      action: "ignored",
    })
  })

  it("follows a dispute to its end", async () => {
    const dispute = given.stripe.control.dispute(id)
    for (const type of ["created", "funds_withdrawn"]) {
      expect(await outcome(`charge.dispute.${type}`)).toEqual({
        action: "disputed",
        session_id: "payses_1",
        gateway_payment_id: id,
        gateway_dispute_id: dispute.id,
        status: "needs_response",
        amount: "19.99",
        currency_code: "usd",
        reason: "fraudulent",
      })
    }
    given.stripe.control.closeDispute(dispute.id, "won")
    for (const type of ["created", "closed", "funds_reinstated"]) {
      expect(await outcome(`charge.dispute.${type}`)).toMatchObject({
        status: "won",
      })
    }
  })

  it("is nothing for what the store has no use for", async () => {
    expect(await outcome("charge.captured")).toEqual({
      action: "ignored",
      reason: "the store has no use for charge.captured",
    })
  })
})

describe("Medusa's own handling of webhooks", () => {
  const core = (type: string) => {
    const { rawData, headers } = delivery(lastEvent(type))
    return given.provider.getWebhookActionAndData({
      rawData,
      headers,
      data: {},
    })
  }

  it("is answered in its own words", async () => {
    const { id } = await openSession(given.provider, "payses_1")
    given.stripe.control.pay(id)
    const authorized = await core("payment_intent.amount_capturable_updated")
    expect(authorized.action).toBe("authorized")
    expect(JSON.parse(JSON.stringify(authorized.data))).toEqual({
      session_id: "payses_1",
      amount: 19.99,
    })
    given.stripe.control.capture(id)
    expect((await core("payment_intent.succeeded")).action).toBe("captured")
    given.stripe.control.refund({ payment_intent: id })
    expect((await core("refund.created")).action).toBe("not_supported")
  })

  it("gets no action for a forged one", async () => {
    await openSession(given.provider, "payses_1")
    const { rawData, headers } = delivery(lastEvent("payment_intent.created"), {
      secret: "whsec_attacker",
    })
    const { action } = await given.provider.getWebhookActionAndData({
      ...{ rawData, headers, data: {} },
    })
    expect(action).toBe("not_supported")
  })
})
