import { createHmac } from "node:crypto"

const hmac = (text: string, secret: string) =>
  createHmac("sha256", secret).update(text).digest("hex")

/** The header `X-Razorpay-Signature`: HMAC SHA-256 over the raw body with the webhook's secret. */
export const webhookSignature = hmac

/** What Checkout hands to the store: HMAC SHA-256 over both ids with the key's secret. */
export const checkoutSignature = (
  orderId: string,
  paymentId: string,
  keySecret: string
) => hmac(`${orderId}|${paymentId}`, keySecret)
