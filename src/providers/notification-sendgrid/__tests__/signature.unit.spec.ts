import { generateKeyPairSync } from "node:crypto"
import { isSignedBySendgrid, isVerificationKey } from "../signature"

/** The vector of SendGrid's own libraries; the line's end is a part of it. */
const PUBLIC_KEY =
  "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=="
const SIGNATURE =
  "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM="
const TIMESTAMP = "1600112502"
const BODY = `${JSON.stringify([
  {
    email: "hello@world.com",
    event: "dropped",
    reason: "Bounced Address",
    sg_event_id: "ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA",
    sg_message_id:
      "LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0",
    "smtp-id": "<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>",
    timestamp: 1600112492,
  },
])}\r\n`
const SIGNED_AT = Number(TIMESTAMP) * 1000

const isSigned = (
  more: { body?: string; signature?: unknown; timestamp?: unknown } = {},
  { publicKey = PUBLIC_KEY, laterMs = 1000 } = {}
) =>
  isSignedBySendgrid(
    {
      rawBody: Buffer.from(more.body ?? BODY),
      ...{ signature: SIGNATURE, timestamp: TIMESTAMP, ...more },
    },
    publicKey,
    new Date(SIGNED_AT + laterMs)
  )

const otherKey = () =>
  generateKeyPairSync("ec", { namedCurve: "prime256v1" })
    .publicKey.export({ format: "der", type: "spki" })
    .toString("base64")

describe("the signature of SendGrid's event webhook", () => {
  // The attack: telling the store that a rival's customers bounced.
  it.each([
    ["another body", { body: BODY.replace("hello", "hallo") }],
    ["a body written anew", { body: BODY.trim() }],
    ["another time", { timestamp: "1600112503" }],
    ["another signature", { signature: SIGNATURE.replace("MEUC", "MEUD") }],
    ["rubbish for a signature", { signature: "rubbish" }],
    ["no signature", { signature: undefined }],
    ["no time", { timestamp: undefined }],
    ["rubbish for a time", { timestamp: "soon" }],
    ["two signatures", { signature: [SIGNATURE, SIGNATURE] }],
  ])("does not hold for %s", (_, more) => {
    expect(isSigned(more)).toBe(false)
  })

  it("does not hold for another key", () => {
    expect(isSigned({}, { publicKey: otherKey() })).toBe(false)
  })

  it("holds for the vector of SendGrid's own libraries", () => {
    expect(isSigned()).toBe(true)
  })

  it.each([
    [24 * 3600, true],
    [26 * 3600, false],
    [-60, true],
    [-600, false],
  ])("that is %s seconds old holds: %s", (seconds, expected) => {
    expect(isSigned({}, { laterMs: seconds * 1000 })).toBe(expected)
  })
})

describe("a verification key", () => {
  it("is one on the curve P-256, as SendGrid shows it", () => {
    expect(isVerificationKey(PUBLIC_KEY)).toBe(true)
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
    const rsa = publicKey.export({ format: "der", type: "spki" })
    expect(isVerificationKey(rsa.toString("base64"))).toBe(false)
    expect(isVerificationKey("SG.rubbish")).toBe(false)
  })
})
