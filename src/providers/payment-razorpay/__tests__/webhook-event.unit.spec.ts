import fc from "fast-check"
import { isSameText } from "../../../utils/same-text"
import { hmacHex, isCheckoutResult } from "../signature"
import { verifiedEvent } from "../webhook-event"

const SECRETS = { current: "a secret in force", previous: "the secret before" }

const BODY = JSON.stringify({
  entity: "event",
  event: "payment.captured",
  contains: ["payment"],
  payload: {
    payment: {
      entity: {
        id: "pay_1",
        order_id: "order_1",
        amount: 49_999,
        email: "asha@store.test",
        contact: "+919900099000",
        vpa: "asha@upi",
        card: { last4: "1111" },
      },
    },
  },
  created_at: 1_700_000_000,
})

const delivery = (
  body: string | Buffer = BODY,
  headers: Record<string, string> = {}
) => ({
  rawData: Buffer.from(body),
  headers: {
    "x-razorpay-signature": hmacHex(body, SECRETS.current),
    "x-razorpay-event-id": "evt_1",
    ...headers,
  },
})

describe("a webhook of Razorpay", () => {
  it("is known by its event id, and nothing of the shopper is kept", () => {
    const event = verifiedEvent(delivery(), SECRETS)
    expect(event).toEqual({
      event_id: "evt_1",
      event_type: "payment.captured",
      occurred_at: new Date(1_700_000_000_000),
      data: {
        payment_id: "pay_1",
        order_id: "order_1",
        refund_id: null,
        dispute_id: null,
      },
    })
  })

  it.each([
    ["by a stranger", { "x-razorpay-signature": hmacHex(BODY, "guess") }],
    ["by nobody", { "x-razorpay-signature": "" }],
    ["with rubbish", { "x-razorpay-signature": "é".repeat(64) }],
  ])("signed %s is refused", (_, headers) => {
    const forged = delivery(BODY, headers)
    expect(() => verifiedEvent(forged, SECRETS)).toThrow("does not hold")
  })

  it("is refused when one bit of its body was changed", () => {
    const bytes = Buffer.from(BODY)
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 0, max: 7 }),
        (at, bit) => {
          const changed = Buffer.from(bytes)
          changed[at] = (changed[at] ?? 0) ^ (1 << bit)
          const signature = hmacHex(bytes, SECRETS.current)
          const forged = delivery(changed, {
            "x-razorpay-signature": signature,
          })
          expect(() => verifiedEvent(forged, SECRETS)).toThrow()
        }
      )
    )
  })

  it("is taken with either secret while they are rotated, over the bytes that came", () => {
    const odd = BODY.replace("{", "{ \n")
    const signature = hmacHex(odd, SECRETS.previous)
    const old = delivery(odd, { "x-razorpay-signature": signature })
    expect(verifiedEvent(old, SECRETS).event_id).toBe("evt_1")
    const now = { current: SECRETS.current }
    expect(() => verifiedEvent(old, now)).toThrow("does not hold")
  })

  it("without any secret is refused", () => {
    expect(() => verifiedEvent(delivery(), {})).toThrow("does not hold")
  })

  it("without an event id is known by its content", () => {
    const headers = { "x-razorpay-event-id": "not an id; drop table" }
    const event = verifiedEvent(delivery(BODY, headers), SECRETS)
    expect(event.event_id).toMatch(/^sha256_[0-9a-f]{64}$/)
  })

  it.each([
    "[]",
    "null",
    '{"payload":[{"payment":7}]}',
    '{"payload":{"refund":{}}}',
  ])("that says nothing is about nothing: %s", (body) => {
    const { data } = verifiedEvent(delivery(body), SECRETS)
    expect(Object.values(data)).toEqual([null, null, null, null])
  })

  it("that is no JSON is refused", () => {
    expect(() => verifiedEvent(delivery("a=b"), SECRETS)).toThrow("no JSON")
  })
})

describe("Checkout's result", () => {
  const signature = hmacHex("order_1|pay_1", "key secret")
  const result = { orderId: "order_1", paymentId: "pay_1", signature }

  it("holds for its order and payment, and for no other", () => {
    expect(isCheckoutResult(result, "key secret")).toBe(true)
    for (const forged of [
      { ...result, orderId: "order_2" },
      { ...result, paymentId: "pay_2" },
      { ...result, signature: signature.toUpperCase() },
      { ...result, signature: "" },
    ]) {
      expect(isCheckoutResult(forged, "key secret")).toBe(false)
    }
    expect(isCheckoutResult(result, "another secret")).toBe(false)
  })

  it("compares any text with any other without throwing", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(isSameText(one, other)).toBe(one === other)
      })
    )
  })
})
