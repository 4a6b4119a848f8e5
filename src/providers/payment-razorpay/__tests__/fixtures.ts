import {
  type RazorpaySimulator,
  startRazorpaySimulator,
} from "../../../../integration-tests/simulators/razorpay"
import {
  type Movement,
  movementService,
  type LoggedAttempt,
  recordAttempts,
} from "../../__tests__/medusa-rows"
import { type RazorpayOptions, razorpayOptionsSchema } from "../options"
import RazorpayPaymentProvider from "../service"

const DEFAULT: Money = { amount: "499.99", currency_code: "inr" }

type SessionRow = {
  id: string
  payment_collection_id: string
  amount: string
  currency_code: string
  data: Record<string, unknown>
}

/** Medusa's rows, in memory: the container of its payment module. */
export class Rows {
  readonly sessions: SessionRow[] = []
  readonly collections: string[] = []
  readonly captures: Movement[] = []
  readonly warnings: string[] = []

  get cradle() {
    return {
      logger: { warn: (line: string) => this.warnings.push(line) },
      captureService: movementService(this.captures, DEFAULT.amount),
      __pg_connection__: {
        raw: (sql: string, [, value = ""]: string[]) =>
          Promise.resolve({ rows: this.find(sql, value) }),
      },
    }
  }

  private find(sql: string, value: string): unknown[] {
    if (sql.includes("from payment_collection")) {
      const session = this.sessions.find(
        (row) => row.payment_collection_id === value
      )
      return this.collections.includes(value)
        ? [{ id: value, session_id: session?.id ?? null }]
        : []
    }
    return sql.includes("data ->> 'id'")
      ? this.sessions.filter(({ data }) => data.id === value)
      : this.sessions.filter(({ id }) => id === value)
  }
}

export function providerFor(
  simulator: RazorpaySimulator,
  options: Partial<RazorpayOptions> = {},
  rows = new Rows()
) {
  const parsed = razorpayOptionsSchema.parse({
    keyId: simulator.keyId,
    keySecret: simulator.keySecret,
    webhookSecret: simulator.webhookSecret,
    timeoutMs: 150,
    host: simulator.url,
    ...options,
  })
  return new RazorpayPaymentProvider(rows.cradle, {
    ...parsed,
    keyId: parsed.keyId ?? "",
    keySecret: parsed.keySecret ?? "",
  })
}

export type Money = { amount: string; currency_code: string }
export type Opened = {
  id: string
  data: Record<string, unknown>
  context: { idempotency_key: string }
}

/** A session as Medusa makes one: what the storefront sent, under what the provider answered. */
export async function openSession(
  provider: RazorpayPaymentProvider,
  {
    sessionId = "payses_1",
    amount = DEFAULT.amount,
    currency_code = DEFAULT.currency_code,
    rows,
    sent = {},
  }: Partial<Money> & {
    sessionId?: string
    rows?: Rows
    sent?: Record<string, unknown>
  } = {}
): Promise<Opened> {
  const row: SessionRow = {
    id: sessionId,
    payment_collection_id: `pay_col_of_${sessionId}`,
    ...{ amount, currency_code },
    data: sent,
  }
  rows?.sessions.push(row)
  rows?.collections.push(row.payment_collection_id)
  const context = { idempotency_key: sessionId }
  const { id, data } = await provider.initiatePayment({
    ...{ amount, currency_code, context },
    data: { ...sent, session_id: sessionId },
  })
  row.data = { ...sent, ...data }
  return { id, data: row.data, context }
}

/** Paid, authorized and captured in full. */
export async function capturedSession(
  simulator: RazorpaySimulator,
  provider: RazorpayPaymentProvider,
  sessionId = "payses_1"
) {
  const session = await openSession(provider, { sessionId })
  const payment = simulator.control.pay(session.id)
  const { data } = await provider.authorizePayment(session)
  const captured = await provider.capturePayment({ data })
  return { id: session.id, paymentId: payment.id, data: captured.data ?? {} }
}

/** A Razorpay, a provider of it, Medusa's rows and the log's: fresh for each test of a file. */
export class GivenRazorpay {
  razorpay!: RazorpaySimulator
  provider!: RazorpayPaymentProvider
  rows!: Rows
  attempts!: LoggedAttempt[]

  capture(data: Record<string, unknown> | undefined, id = "capt_1") {
    const context = { idempotency_key: id }
    return this.provider.capturePayment({ data, context })
  }

  refund(
    data: Record<string, unknown>,
    amount: string,
    id = "refund_of_the_store_1"
  ) {
    const context = { idempotency_key: id }
    return this.provider.refundPayment({ data, amount, context })
  }

  /** The calls that the store made. */
  made(call: RegExp) {
    return this.razorpay.calls.filter((line) => call.test(line))
  }
}

export function givenRazorpay(): GivenRazorpay {
  const given = new GivenRazorpay()
  beforeEach(async () => {
    given.razorpay = await startRazorpaySimulator()
    given.rows = new Rows()
    given.provider = providerFor(given.razorpay, {}, given.rows)
    given.attempts = recordAttempts()
  })
  afterEach(() => given.razorpay.stop())
  return given
}

export { startRazorpaySimulator, type RazorpaySimulator }
