/** All but the sealed body, its hash, and the headers. */
export const adminPaymentWebhookFields = [
  ...["id", "provider_id", "verified", "event_id", "event_type", "status"],
  ...["reason", "last_error", "attempts", "action", "session_id"],
  ...["gateway_payment_id", "amount", "currency_code"],
  ...["occurred_at", "received_at", "finished_at"],
] as const
