import { createHmac } from "node:crypto"
import { isSameText } from "../../utils/same-text"

export const hmacHex = (content: string | Buffer, secret: string): string =>
  createHmac("sha256", secret).update(content).digest("hex")

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
