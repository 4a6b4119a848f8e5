import {
  type StripeSimulator,
  startStripeSimulator,
} from "../../../../integration-tests/simulators/stripe"
import {
  type Movement,
  movementService,
  type LoggedAttempt,
  recordAttempts,
} from "../../__tests__/medusa-rows"
import { type StripeOptions, stripeOptionsSchema } from "../options"
import StripePaymentProvider from "../service"

const DEFAULT: Money = { amount: "19.99", currency_code: "usd" }

export function providerFor(
  simulator: StripeSimulator,
  options: Partial<StripeOptions> = {},
  captures: Movement[] = []
) {
  const { hostname, port } = new URL(simulator.url)
  const parsed = stripeOptionsSchema.parse({
    apiKey: simulator.apiKey,
    webhookSecret: simulator.webhookSecret,
    timeoutMs: 150,
    host: { protocol: "http", host: hostname, port: Number(port) },
    ...options,
  })
  const cradle = { captureService: movementService(captures, DEFAULT.amount) }
  return new StripePaymentProvider(cradle, {
    ...parsed,
    apiKey: parsed.apiKey ?? "",
  })
}

export type Money = { amount: string; currency_code: string }

/** A session as Medusa makes one: what the storefront sent, under what the provider answered. */
export async function openSession(
  provider: StripePaymentProvider,
  sessionId: string,
  money: Money = DEFAULT
) {
  const { id, data, status } = await provider.initiatePayment({
    ...money,
    data: { session_id: sessionId },
    context: { idempotency_key: sessionId },
  })
  return { id, status, data: { session_id: sessionId, ...data } }
}

/** Paid, authorized and captured in full. */
export async function capturedSession(
  simulator: StripeSimulator,
  provider: StripePaymentProvider,
  sessionId = "payses_1"
) {
  const { id, data } = await openSession(provider, sessionId)
  simulator.control.pay(id)
  const captured = await provider.capturePayment({
    data,
    context: { idempotency_key: `capt_of_${sessionId}` },
  })
  return { id, data: captured.data ?? {} }
}

/** A Stripe, a provider of it and the log's rows: fresh for each test of a file. */
export class GivenStripe {
  stripe!: StripeSimulator
  provider!: StripePaymentProvider
  attempts!: LoggedAttempt[]

  capture(data: Record<string, unknown>, key: string, by = this.provider) {
    return by.capturePayment({ data, context: { idempotency_key: key } })
  }

  refund(
    data: Record<string, unknown>,
    amount: string,
    key: string,
    by = this.provider
  ) {
    const context = { idempotency_key: key }
    return by.refundPayment({ data, amount, context })
  }
}

export function givenStripe(): GivenStripe {
  const given = new GivenStripe()
  beforeEach(async () => {
    given.stripe = await startStripeSimulator()
    given.provider = providerFor(given.stripe)
    given.attempts = recordAttempts()
  })
  afterEach(() => given.stripe.stop())
  return given
}

export { startStripeSimulator, type StripeSimulator }
