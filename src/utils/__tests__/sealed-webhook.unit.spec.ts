import {
  openForeignWebhook,
  openVerifiedWebhook,
  sealForeignWebhook,
  sealVerifiedWebhook,
} from "../sealed-webhook"

const SECRET = "a-secret-of-the-suite"
const event = {
  event_id: "evt_1",
  event_type: "payment_intent.succeeded",
  occurred_at: new Date("2026-11-21T09:30:00Z"),
  data: { id: "pi_1" },
}

describe("A webhook at rest", () => {
  it("cannot be read without the secret, nor as something else", () => {
    const sealed = sealVerifiedWebhook(event, SECRET)
    expect(sealed).not.toContain("pi_1")
    expect(() => openVerifiedWebhook(sealed, "another-secret-16")).toThrow()
    expect(() => openForeignWebhook(sealed, SECRET)).toThrow()
  })

  it("comes back as it was, byte for byte", () => {
    expect(
      openVerifiedWebhook(sealVerifiedWebhook(event, SECRET), SECRET)
    ).toEqual(event)
    const foreign = {
      rawData: Buffer.from([0, 255, 10, 123]),
      headers: { "x-signature": "abc" },
      data: { a: 1 },
    }
    expect(
      openForeignWebhook(sealForeignWebhook(foreign, SECRET), SECRET)
    ).toEqual(foreign)
  })
})
