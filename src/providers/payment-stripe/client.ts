import Stripe from "stripe"
import type { StripeProviderOptions } from "./options"

/** What repeats a call that got no answer, under one idempotency key. */
const RETRIES = 2

/** The official client. Telemetry stays off: it would tell Stripe how long the store's calls took. */
export function stripeClient({
  apiKey,
  timeoutMs,
  host,
}: StripeProviderOptions): Stripe {
  return new Stripe(apiKey, {
    timeout: timeoutMs,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    ...host,
  })
}
