/** HTTP shapes of the feature `payment-webhooks`, shared with the admin. Dates are ISO 8601 strings. */

export const PAYMENT_WEBHOOK_STATUSES = [
  "received",
  "done",
  "ignored",
  "failed",
  "dead",
] as const

/**
 * `received` waits or is tried again; `done` had its effect; `ignored` means nothing to this store;
 * `failed` needs a person, trying again does not help; `dead` used up all attempts.
 */
export type PaymentWebhookStatus = (typeof PAYMENT_WEBHOOK_STATUSES)[number]

export type AdminPaymentWebhook = {
  id: string
  provider_id: string
  /** Its signature was checked at receipt; false for providers that are not the suite's. */
  verified: boolean
  event_id: string | null
  event_type: string | null
  status: PaymentWebhookStatus
  /** Why it was ignored, or needs a person. */
  reason: string | null
  /** What went wrong at the latest attempt. */
  last_error: string | null
  attempts: number
  /** What it means, such as "captured" or "refunded". */
  action: string | null
  session_id: string | null
  gateway_payment_id: string | null
  /** In major units, such as 10.99. */
  amount: number | null
  currency_code: string | null
  occurred_at: string | null
  received_at: string
  finished_at: string | null
}

export type AdminPaymentWebhookDetail = AdminPaymentWebhook & {
  headers: Record<string, string>
  /** The event with everything masked that names a person or opens a door; null when it cannot be read. */
  body: unknown
}

export type AdminPaymentWebhooksResponse = {
  payment_webhooks: AdminPaymentWebhook[]
  count: number
  limit: number
  offset: number
}

export type AdminPaymentWebhookResponse = {
  payment_webhook: AdminPaymentWebhookDetail
}

/** Those that wait again. */
export type AdminPaymentWebhooksReplayedResponse = { ids: string[] }
