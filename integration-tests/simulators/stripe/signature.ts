import { createHmac } from "node:crypto"

/** The header `Stripe-Signature`: HMAC SHA-256 over the time and the raw body. */
export function signatureHeader(
  payload: string,
  secret: string,
  timestamp: number
): string {
  const signature = createHmac("sha256", secret)
    .update(`${timestamp}.${payload}`)
    .digest("hex")
  return `t=${timestamp},v1=${signature}`
}
