import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import Stripe from "stripe"
import { type StripeSimulator, startStripeSimulator } from ".."

let simulator: StripeSimulator
let stripe: Stripe

const client = (apiKey: string, url: string, more: object = {}) => {
  const { hostname, port } = new URL(url)
  return new Stripe(apiKey, {
    host: hostname,
    port: Number(port),
    protocol: "http",
    maxNetworkRetries: 2,
    ...more,
  })
}

beforeEach(async () => {
  simulator = await startStripeSimulator()
  stripe = client(simulator.apiKey, simulator.url)
})
afterEach(() => simulator.stop())

const newIntent = (key?: string) =>
  stripe.paymentIntents.create(
    {
      amount: 1999,
      currency: "usd",
      capture_method: "manual",
      metadata: { session_id: "payses_1" },
    },
    { idempotencyKey: key }
  )

async function capturedIntent() {
  const { id } = await newIntent()
  simulator.control.pay(id)
  return stripe.paymentIntents.capture(id)
}

const refusal = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    return error as Stripe.errors.StripeError
  }
  throw new Error("The simulator did not refuse")
}

describe("the official SDK against the simulator of Stripe", () => {
  it("is refused with a wrong API key", async () => {
    const stranger = client("sk_test_wrong", simulator.url)
    const error = await refusal(stranger.paymentIntents.retrieve("pi_1"))
    expect(error.type).toBe("StripeAuthenticationError")
  })

  it("creates, holds, captures and refunds, and the ledger tells the same", async () => {
    const intent = await newIntent()
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      metadata: { session_id: "payses_1" },
    })
    simulator.control.pay(intent.id)
    const captured = await stripe.paymentIntents.capture(intent.id)
    expect(captured).toMatchObject({
      status: "succeeded",
      amount_received: 1999,
    })
    const refund = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 500,
      metadata: { refund_id: "ref_1" },
    })
    expect(refund.status).toBe("succeeded")
    const { data } = await stripe.refunds.list({ payment_intent: intent.id })
    expect(data).toHaveLength(1)
    expect(simulator.ledger.books(intent.id)).toMatchObject({
      authorized: 1999,
      captured: 1999,
      refunded: 500,
    })
  })

  it("says no as Stripe does", async () => {
    const { id } = await newIntent()
    const early = await refusal(stripe.paymentIntents.capture(id))
    expect(early).toMatchObject({
      type: "StripeInvalidRequestError",
      code: "payment_intent_unexpected_state",
      payment_intent: { status: "requires_payment_method" },
    })
    const { id: paid } = await capturedIntent()
    const big = await refusal(
      stripe.refunds.create({ payment_intent: paid, amount: 2000 })
    )
    expect(big.statusCode).toBe(400)
    await stripe.refunds.create({ payment_intent: paid })
    const again = await refusal(stripe.refunds.create({ payment_intent: paid }))
    expect(again.code).toBe("charge_already_refunded")
    const unknown = await refusal(stripe.paymentIntents.retrieve("pi_no"))
    expect(unknown).toMatchObject({ statusCode: 404, code: "resource_missing" })
    const declined = await refusal(
      stripe.paymentIntents.confirm(id, {
        payment_method: "pm_card_chargeDeclined",
      })
    )
    expect(declined).toMatchObject({
      type: "StripeCardError",
      payment_intent: { status: "requires_payment_method" },
    })
  })

  it("replays the first answer to a key, errors too, and refuses the key for anything else", async () => {
    const first = await newIntent("key_1")
    const second = await newIntent("key_1")
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true")

    const key = { idempotencyKey: "key_2" }
    const early = await refusal(
      stripe.paymentIntents.capture(first.id, {}, key)
    )
    simulator.control.pay(first.id)
    const replayed = await refusal(
      stripe.paymentIntents.capture(first.id, {}, key)
    )
    expect(replayed.message).toBe(early.message)

    const other = await refusal(
      stripe.paymentIntents.cancel(first.id, {}, { idempotencyKey: "key_1" })
    )
    expect(other.type).toBe("StripeIdempotencyError")
  })

  it.each(["drop", "drop-after", "timeout-before", "timeout-after"] as const)(
    "charges once on a %s, because the SDK retries with its key",
    async (kind) => {
      const { id } = await newIntent()
      simulator.control.pay(id)
      const hasty = client(simulator.apiKey, simulator.url, { timeout: 200 })
      simulator.control.badDay({ match: "/capture", kind })
      await hasty.paymentIntents.capture(id, {}, { idempotencyKey: "capt_1" })
      expect(simulator.ledger.count("captured", id)).toBe(1)
    }
  )

  it.each([402, 429, 500] as const)(
    "refuses with %d on demand",
    async (status) => {
      simulator.control.badDay({
        match: "POST /v1/payment_intents",
        kind: "refuse",
        status,
        times: 9,
      })
      expect((await refusal(newIntent())).statusCode).toBe(status)
    }
  )

  it("keeps customers and their payment methods", async () => {
    const customer = await stripe.customers.create({ email: "a@store.test" })
    const changed = await stripe.customers.update(customer.id, { name: "Asha" })
    expect(changed).toMatchObject({ email: "a@store.test", name: "Asha" })
    const { id } = await stripe.paymentIntents.create({
      amount: 100,
      currency: "usd",
      customer: customer.id,
    })
    simulator.control.pay(id)
    const { data } = await stripe.customers.listPaymentMethods(customer.id)
    expect(data).toHaveLength(1)
    const gone = await stripe.customers.del(customer.id)
    expect(gone.deleted).toBe(true)
  })

  it("is steered over HTTP by a spec in another process", async () => {
    const { id } = await newIntent()
    const post = (action: string, body: object) =>
      fetch(`${simulator.url}/_simulator/${action}`, {
        method: "POST",
        body: JSON.stringify(body),
      })
    expect((await post("pay", { id })).status).toBe(200)
    expect((await post("pay", { id })).status).toBe(400)
    expect((await post("nothing", {})).status).toBe(404)
    const ledger = await fetch(`${simulator.url}/_simulator/ledger`)
    expect(await ledger.json()).toMatchObject({ books: { authorized: 1999 } })
  })
})

describe("the simulator's webhooks", () => {
  let store: Server
  let received: { body: string; signature: string }[]
  let answers: number[]

  beforeEach(async () => {
    received = []
    answers = []
    store = createServer((request, response) => {
      let body = ""
      request.on("data", (chunk: Buffer) => (body += chunk.toString()))
      request.on("end", () => {
        const signature = String(request.headers["stripe-signature"])
        received.push({ body, signature })
        response.writeHead(answers.shift() ?? 200).end()
      })
    })
    await new Promise<void>((resolve) => store.listen(0, resolve))
    const { port } = store.address() as AddressInfo
    simulator.webhooks.options.url = `http://127.0.0.1:${port}/`
    simulator.webhooks.options.retryDelaysMs = [5, 5, 5]
  })
  afterEach(() => void store.close())

  const verified = () =>
    received.map(({ body, signature }) =>
      stripe.webhooks.constructEvent(body, signature, simulator.webhookSecret)
    )

  it("hold before the official SDK", async () => {
    const { id } = await newIntent()
    simulator.control.pay(id)
    await simulator.webhooks.idle()
    expect(
      verified()
        .map(({ type }) => type)
        .sort()
    ).toEqual([
      "payment_intent.amount_capturable_updated",
      "payment_intent.created",
    ])
  })

  it.each(["secret", "body", "stale", "unsigned"] as const)(
    "are refused by the official SDK when forged (%s)",
    async (forgery) => {
      simulator.webhooks.plan = { drop: true }
      await newIntent()
      const [event] = simulator.webhooks.events
      await simulator.control.forge(event?.id ?? "", forgery)
      expect(verified).toThrow()
    }
  )

  it("come again until the store says 2xx, and the log tells of each attempt", async () => {
    answers = [500, 503]
    await newIntent()
    await simulator.webhooks.idle()
    expect(simulator.webhooks.deliveries.map(({ status }) => status)).toEqual([
      500, 503, 200,
    ])
  })

  it("come twice, late, backwards or never, as planned", async () => {
    simulator.webhooks.plan = { copies: 2 }
    await newIntent()
    await simulator.webhooks.idle()
    expect(received).toHaveLength(2)

    simulator.webhooks.plan = { hold: true }
    const { id } = await newIntent()
    simulator.control.pay(id, "decline")
    await simulator.webhooks.idle()
    expect(received).toHaveLength(2)
    simulator.webhooks.release("reversed")
    await simulator.webhooks.idle()
    expect(received).toHaveLength(4)

    simulator.webhooks.plan = { drop: true }
    simulator.control.pay(id)
    await simulator.webhooks.idle()
    expect(received).toHaveLength(4)
    expect(simulator.webhooks.events.at(-1)?.type).toBe(
      "payment_intent.amount_capturable_updated"
    )
  })
})
