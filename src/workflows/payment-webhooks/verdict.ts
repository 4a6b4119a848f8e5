import type { PaymentWebhookEnd } from "../../modules/payment-webhooks/service"

/** What came of applying a webhook: its end, or that it has to be tried again. */
export type Verdict = PaymentWebhookEnd | { status: "retry"; reason: string }

export const done = (reason: string | null = null): Verdict => ({
  status: "done",
  reason,
})
export const ignored = (reason: string): Verdict => ({
  status: "ignored",
  reason,
})
/** For a person: trying again does not help. */
export const failed = (reason: string): Verdict => ({
  status: "failed",
  reason,
})
export const retry = (reason: string): Verdict => ({ status: "retry", reason })
