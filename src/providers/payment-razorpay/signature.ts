import { createHmac, timingSafeEqual } from "node:crypto"

export const hmacHex = (content: string | Buffer, secret: string): string =>
  createHmac("sha256", secret).update(content).digest("hex")

/** Compares in a time that does not tell how much of it is right. */
export function isSameText(given: unknown, expected: string): boolean {
  if (typeof given !== "string") {
    return false
  }
  const bytes = Buffer.from(given)
  const wanted = Buffer.from(expected)
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}

type CheckoutResult = {
  /** The order that the store itself has stored, never the one that was sent. */
  orderId: string
  paymentId: string
  signature: string
}

/** Whether Razorpay's Checkout said that this payment pays this order. */
export function isCheckoutResult(
  { orderId, paymentId, signature }: CheckoutResult,
  keySecret: string
): boolean {
  const expected = hmacHex(`${orderId}|${paymentId}`, keySecret)
  return isSameText(signature, expected)
}
