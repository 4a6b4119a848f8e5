import path from "node:path"
import { startRazorpaySimulator } from "../../../integration-tests/simulators/razorpay"
import { startStripeSimulator } from "../../../integration-tests/simulators/stripe"
import { withCollectedCash } from "../../utils/collected-cash"
import { razorpayOptionsSchema } from "../payment-razorpay/options"
import { stripeOptionsSchema } from "../payment-stripe/options"

/** A payment session as Medusa keeps it. */
export type Session = { id: string; data: Record<string, unknown> }

/** What is different between providers, for a suite that is the same for all. */
export type Payer = {
  name: string
  providerId: string
  currency: string
  /** What Medusa's payment module is configured with; its options come with `start`. */
  registration: { resolve: string; id: string; options?: object }
  /** Undefined where there is no gateway, and the money passes from hand to hand. */
  start: () => Promise<Gateway | undefined>
  /** What a malicious storefront might put into the session's data. */
  lies: Record<string, unknown>
  /** Asks as whoever has the money in hand. */
  asPaid: <Result>(session: Session, work: () => Result) => Result
}

export type Gateway = {
  options: object
  secrets: string[]
  pay: (session: Session, amount?: number) => void
  /** In minor units: what was taken, and what of it went back. */
  books: () => { captured: number; refunded: number }
  /** The next call whose path holds this gets no answer, though it is done, or is refused. */
  troubles: (path: string, kind: "timeout-after" | "refuse") => void
  stop: () => Promise<void>
}

const folder = (name: string) => path.resolve(__dirname, "..", name)
const asIs = <Result>(_: Session, work: () => Result) => work()

const stripe: Payer = {
  name: "stripe",
  providerId: "pp_stripe_stripe",
  currency: "usd",
  registration: { resolve: folder("payment-stripe"), id: "stripe" },
  lies: { id: "pi_of_another", status: "succeeded", amount: 1, captured: true },
  asPaid: asIs,
  start: async () => {
    const simulator = await startStripeSimulator()
    const { hostname, port } = new URL(simulator.url)
    const { control, ledger } = simulator
    return {
      options: stripeOptionsSchema.parse({
        apiKey: simulator.apiKey,
        webhookSecret: simulator.webhookSecret,
        timeoutMs: 150,
        host: { protocol: "http", host: hostname, port: Number(port) },
      }),
      secrets: [simulator.apiKey, simulator.webhookSecret],
      pay: ({ id }, amount) => {
        const intent = control.findIntent(id)!
        intent.amount = amount ?? intent.amount
        control.pay(intent.id)
      },
      books: () => taken(ledger.books()),
      troubles: (match, kind) =>
        control.badDay({ match, kind, times: 9, status: 400 }),
      stop: () => simulator.stop(),
    }
  },
}

const razorpay: Payer = {
  name: "razorpay",
  providerId: "pp_razorpay_razorpay",
  currency: "inr",
  registration: { resolve: folder("payment-razorpay"), id: "razorpay" },
  lies: { id: "order_of_another", payment_id: "pay_of_another", amount: 1 },
  asPaid: asIs,
  start: async () => {
    const simulator = await startRazorpaySimulator()
    const { control, ledger } = simulator
    return {
      options: razorpayOptionsSchema.parse({
        keyId: simulator.keyId,
        keySecret: simulator.keySecret,
        webhookSecret: simulator.webhookSecret,
        timeoutMs: 150,
        host: simulator.url,
      }),
      secrets: [simulator.keySecret, simulator.webhookSecret],
      pay: ({ id }, amount) => {
        const [order] = control.findOrders(id)
        control.pay(order!.id, { amount })
      },
      books: () => taken(ledger.books()),
      troubles: (match, kind) =>
        control.badDay({ match, kind, times: 9, status: 400 }),
      stop: () => simulator.stop(),
    }
  },
}

const cashOnDelivery: Payer = {
  name: "cash-on-delivery",
  providerId: "pp_cash-on-delivery_cash-on-delivery",
  currency: "inr",
  registration: {
    resolve: folder("payment-cash-on-delivery"),
    id: "cash-on-delivery",
  },
  lies: { state: "captured", session_id: "payses_of_another", amount: "1" },
  asPaid: ({ id }, work) => withCollectedCash({ payment_session_id: id }, work),
  start: async () => undefined,
}

const taken = (books: {
  captured: number
  refunded: number
  refund_failed: number
}) => ({
  captured: books.captured,
  refunded: books.refunded - books.refund_failed,
})

export const PAYERS = [stripe, razorpay, cashOnDelivery]
