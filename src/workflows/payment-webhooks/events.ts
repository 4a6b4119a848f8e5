/** Events of the feature `payment-webhooks`. */
export const PaymentWebhookEvents = {
  /**
   * A shopper disputes a payment, or a dispute has moved on; no money was moved in Medusa.
   * At least once per webhook.
   * @eventPayload { id: string; payment_webhook_id: string; status: string }
   */
  DISPUTED: "payment.disputed",
  /**
   * A refund that was under way did not reach the shopper; Medusa's books still say refunded.
   * @eventPayload { id: string; payment_webhook_id: string; gateway_refund_id: string }
   */
  REFUND_FAILED: "payment.refund_failed",
} as const
