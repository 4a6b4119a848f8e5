import { randomUUID } from "node:crypto"
import { razorpaySandbox } from "../../../../integration-tests/helpers/environment"
import { RazorpayClient } from "../client"
import { RazorpayRefusal } from "../errors"
import { razorpayOptionsSchema } from "../options"
import { startRazorpaySimulator } from "./fixtures"

/** A Razorpay to talk to. Its Checkout alone can pay there, so what follows a payment is the simulator's alone. */
type Razorpay = {
  clientWith: (secret?: string) => RazorpayClient
  stop: () => Promise<void>
}

const clientsOf = (
  keys: { keyId: string; keySecret: string },
  host?: string
) => {
  const options = razorpayOptionsSchema.parse({ host })
  return (keySecret = keys.keySecret) =>
    new RazorpayClient({ ...options, ...keys, keySecret })
}

async function simulated(): Promise<Razorpay> {
  const { url, stop, ...keys } = await startRazorpaySimulator()
  return { clientWith: clientsOf(keys, url), stop }
}

function sandbox(): Promise<Razorpay> {
  const keys = razorpaySandbox()
  if (!keys?.keyId.startsWith("rzp_test_")) {
    throw new Error("RAZORPAY_SANDBOX_KEY_ID must be a test key")
  }
  return Promise.resolve({
    clientWith: clientsOf(keys),
    stop: () => Promise.resolve(),
  })
}

/** What the simulator answers is worth as much as Razorpay's own agreement to the same spec. */
const places: [string, () => Promise<Razorpay>][] = [["simulated", simulated]]
if (razorpaySandbox()) {
  places.push(["the sandbox", sandbox])
}

describe.each(places)("Razorpay, %s,", (_, start) => {
  let razorpay: Razorpay
  let client: RazorpayClient

  beforeAll(async () => {
    razorpay = await start()
    client = razorpay.clientWith()
  })
  afterAll(() => razorpay.stop())

  const LIMIT = 60_000
  const newReceipt = () => randomUUID().replaceAll("-", "").slice(0, 30)

  const order = (receipt = newReceipt()) =>
    client.createOrder({
      ...{ amount: 49_999, currency: "INR", receipt },
      notes: { session_id: "payses_1" },
    })

  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) =>
        error instanceof RazorpayRefusal ? error.status : error
    )

  it(
    "keeps an order as it was made, and finds it by its receipt",
    async () => {
      const receipt = newReceipt()
      const { id } = await order(receipt)
      expect(id).toMatch(/^order_\w+$/)
      const made = {
        ...{ id, receipt, amount: 49_999, amount_paid: 0, currency: "INR" },
        ...{ status: "created", notes: { session_id: "payses_1" } },
      }
      expect(await client.order(id)).toMatchObject(made)
      expect(await client.ordersOf(receipt)).toMatchObject([made])
      expect(await client.orderPayments(id)).toEqual([])
    },
    LIMIT
  )

  it(
    "refuses an amount that is no whole number of paise, or none",
    async () => {
      const wrong = { currency: "INR", receipt: newReceipt() }
      for (const amount of [0, 499.99]) {
        expect(await refusalOf(client.createOrder({ ...wrong, amount }))).toBe(
          400
        )
      }
    },
    LIMIT
  )

  it(
    "refuses what it does not know",
    async () => {
      const unknown = "pay_0000000000000A"
      expect(await refusalOf(client.order("order_0000000000000A"))).toBe(400)
      expect(await refusalOf(client.payment(unknown))).toBe(400)
      expect(await refusalOf(client.capture(unknown, 100, "INR"))).toBe(400)
      expect(
        await refusalOf(client.refund(unknown, { amount: 100 }, newReceipt()))
      ).toBe(400)
    },
    LIMIT
  )

  it(
    "refuses a wrong secret",
    async () => {
      const stranger = razorpay.clientWith("secret of nobody")
      expect(await refusalOf(stranger.order("order_0000000000000A"))).toBe(401)
    },
    LIMIT
  )
})
