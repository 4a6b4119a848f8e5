import { randomUUID } from "node:crypto"
import { stripeSandbox } from "../../../../integration-tests/helpers/environment"
import { stripeClient } from "../client"
import { type StripeProviderOptions, stripeOptionsSchema } from "../options"
import StripePaymentProvider from "../service"
import { movementService, recordAttempts } from "../../__tests__/medusa-rows"
import { openSession, startStripeSimulator } from "./fixtures"

/** A Stripe to talk to, and a shopper who pays there. */
type Stripe = {
  options: StripeProviderOptions
  pay: (intentId: string) => unknown
  stop: () => Promise<void>
}

async function simulated(): Promise<Stripe> {
  const { url, apiKey, control, stop } = await startStripeSimulator()
  const { hostname, port } = new URL(url)
  const host = { protocol: "http", host: hostname, port: Number(port) } as const
  return {
    options: { ...stripeOptionsSchema.parse({ host }), apiKey },
    pay: (id) => control.pay(id),
    stop,
  }
}

async function sandbox(): Promise<Stripe> {
  const apiKey = stripeSandbox()?.apiKey ?? ""
  if (!/^[sr]k_test_/.test(apiKey)) {
    throw new Error("STRIPE_SANDBOX_API_KEY must be a test key")
  }
  const options = { ...stripeOptionsSchema.parse({}), apiKey }
  return {
    options,
    pay: (id) =>
      stripeClient(options).paymentIntents.confirm(id, {
        payment_method: "pm_card_visa",
        return_url: "https://store.test",
      }),
    stop: () => Promise.resolve(),
  }
}

/** What the simulator answers is worth as much as Stripe's own agreement to the same spec. */
const places: [string, () => Promise<Stripe>][] = [["simulated", simulated]]
if (stripeSandbox()) {
  places.push(["the sandbox", sandbox])
}

describe.each(places)("Stripe, %s,", (_, start) => {
  let stripe: Stripe
  let provider: StripePaymentProvider

  beforeAll(async () => {
    recordAttempts()
    stripe = await start()
    const cradle = { captureService: movementService([], "19.99") }
    provider = new StripePaymentProvider(cradle, stripe.options)
  })
  afterAll(() => stripe.stop())

  const LIMIT = 60_000
  const newKey = () => randomUUID()
  const open = () => openSession(provider, `payses_${newKey()}`)

  const paid = async () => {
    const { id, data } = await open()
    await stripe.pay(id)
    return { id, data }
  }

  const capture = (data: Record<string, unknown>, key: string) =>
    provider.capturePayment({ data, context: { idempotency_key: key } })

  const refund = (data: Record<string, unknown>, amount: string, key: string) =>
    provider.refundPayment({ data, amount, context: { idempotency_key: key } })

  it(
    "opens one payment per session, however often it is asked",
    async () => {
      const session = `payses_${newKey()}`
      const first = await openSession(provider, session)
      expect((await openSession(provider, session)).id).toBe(first.id)
      expect(await provider.getPaymentStatus(first)).toMatchObject({
        status: "pending",
        data: { amount: 1999, currency: "usd" },
      })
    },
    LIMIT
  )

  it(
    "holds the money, takes it once, and gives it back once per key",
    async () => {
      const { data } = await paid()
      expect((await provider.authorizePayment({ data })).status).toBe(
        "authorized"
      )
      const key = newKey()
      await capture(data, key)
      await capture(data, key)
      expect((await provider.getPaymentStatus({ data })).status).toBe(
        "captured"
      )
      const first = newKey()
      await refund(data, "5.00", first)
      await refund(data, "5.00", first)
      await refund(data, "14.99", newKey())
      const { paid: charge } = await provider.retrieveGatewayPayment(data)
      expect(charge).toMatchObject({
        ...{ state: "captured", amount: "19.99", captured_amount: "19.99" },
        ...{ refunded_amount: "19.99", currency_code: "usd" },
      })
      expect(charge?.refunds).toHaveLength(2)
    },
    LIMIT
  )

  it(
    "refuses to give back more than it took",
    async () => {
      const { data } = await paid()
      await capture(data, newKey())
      await expect(refund(data, "20.00", newKey())).rejects.toThrow()
    },
    LIMIT
  )

  it(
    "lets go of a payment that is canceled",
    async () => {
      const { data } = await paid()
      await provider.cancelPayment({ data })
      expect((await provider.getPaymentStatus({ data })).status).toBe(
        "canceled"
      )
    },
    LIMIT
  )
})
