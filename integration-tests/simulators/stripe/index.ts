import type { Control } from "./control"
import type { Ledger } from "./ledger"
import { type SimulatorOptions, StripeServer } from "./server"
import type { Webhooks } from "./webhooks"

export type StripeSimulator = {
  url: string
  apiKey: string
  webhookSecret: string
  /** Pays, refunds, disputes, and makes days bad. */
  control: Control
  /** What really happened to the money. */
  ledger: Ledger
  /** All events, how they are delivered, and the log of deliveries. */
  webhooks: Webhooks
  /** "METHOD /path" of each call that the store made. */
  calls: string[]
  /** A day goes by: idempotency keys are taken as new ones. */
  forgetKeys: () => void
  stop: () => Promise<void>
}

/**
 * Starts a Stripe of the spec's own.
 * @example
 * const stripe = await startStripeSimulator({ webhook: { url: `${store}/hooks/payment/stripe_stripe` } })
 * stripe.control.badDay({ match: "POST /v1/refunds", kind: "timeout-after" })
 * stripe.control.pay(intentId)
 * expect(stripe.ledger.books(intentId).captured).toBe(1999)
 */
export async function startStripeSimulator(
  options: SimulatorOptions = {}
): Promise<StripeSimulator> {
  const server = new StripeServer(options)
  const url = await server.listen(options.port)
  return {
    url,
    apiKey: server.apiKey,
    webhookSecret: server.webhooks.options.secret,
    control: server.control,
    ledger: server.state.ledger,
    webhooks: server.webhooks,
    calls: server.calls,
    forgetKeys: () => server.idempotency.forget(),
    stop: () => server.stop(),
  }
}
