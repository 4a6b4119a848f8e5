import type { Control } from "./control"
import type { Ledger } from "./ledger"
import { RazorpayServer, type SimulatorOptions } from "./server"
import type { Webhooks } from "./webhooks"

export type RazorpaySimulator = {
  url: string
  keyId: string
  keySecret: string
  webhookSecret: string
  /** Pays, refunds, disputes, and makes days bad. */
  control: Control
  /** What really happened to the money. */
  ledger: Ledger
  /** All events, how they are delivered, and the log of deliveries. */
  webhooks: Webhooks
  /** How the account is set: captures, receipts, refunds. */
  account: RazorpayServer["state"]["account"]
  /** "METHOD /path" of each call that the store made. */
  calls: string[]
  stop: () => Promise<void>
}

/**
 * Starts a Razorpay of the spec's own.
 * @example
 * const razorpay = await startRazorpaySimulator({ webhook: { url: `${store}/hooks/payment/razorpay_razorpay` } })
 * razorpay.control.badDay({ match: "/refund", kind: "timeout-after" })
 * const payment = razorpay.control.pay(orderId, { method: "upi" })
 * razorpay.control.checkoutResult(payment.id)
 * expect(razorpay.ledger.books(orderId).captured).toBe(1999)
 */
export async function startRazorpaySimulator(
  options: SimulatorOptions = {}
): Promise<RazorpaySimulator> {
  const server = new RazorpayServer(options)
  const url = await server.listen(options.port)
  return {
    url,
    ...server.keys,
    webhookSecret: server.webhooks.options.secret,
    control: server.control,
    ledger: server.state.ledger,
    webhooks: server.webhooks,
    account: server.state.account,
    calls: server.calls,
    stop: () => server.stop(),
  }
}
