import { createPublicKey, type KeyObject, verify } from "node:crypto"

/** SendGrid tries for 24 hours, and does not tell whether a repeat is signed anew. Duplicates change nothing. */
const MAX_AGE_SECONDS = 25 * 60 * 60
const MAX_AHEAD_SECONDS = 5 * 60

/** SendGrid hands it out as base64 of its DER form, without the frame of a PEM file. */
function keyOf(publicKey: string): KeyObject {
  return createPublicKey({
    key: Buffer.from(publicKey, "base64"),
    format: "der",
    type: "spki",
  })
}

/** Whether it is a key on the curve P-256. */
export function isVerificationKey(publicKey: string): boolean {
  try {
    const { asymmetricKeyDetails } = keyOf(publicKey)
    return asymmetricKeyDetails?.namedCurve === "prime256v1"
  } catch {
    return false
  }
}

type SignedRequest = {
  /** As the bytes came: parsed and written again it would be another text. */
  rawBody: Buffer
  /** Of `X-Twilio-Email-Event-Webhook-Signature`. */
  signature: unknown
  /** Of `X-Twilio-Email-Event-Webhook-Timestamp`, in seconds. */
  timestamp: unknown
}

/** Whether SendGrid signed it (ECDSA over time and body), and not too long ago. */
export function isSignedBySendgrid(
  { rawBody, signature, timestamp }: SignedRequest,
  publicKey: string,
  now: Date
): boolean {
  if (typeof signature !== "string" || typeof timestamp !== "string") {
    return false
  }
  const age = now.getTime() / 1000 - Number(timestamp)
  if (!(age <= MAX_AGE_SECONDS && age >= -MAX_AHEAD_SECONDS)) {
    return false
  }
  const signed = Buffer.concat([Buffer.from(timestamp), rawBody])
  const given = Buffer.from(signature, "base64")
  return verify("sha256", signed, keyOf(publicKey), given)
}
