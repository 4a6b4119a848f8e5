import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import Razorpay from "razorpay"
import { validatePaymentVerification } from "razorpay/dist/utils/razorpay-utils"
import { type RazorpaySimulator, startRazorpaySimulator } from ".."
import type { EventBody, Order } from "../objects"
import { apiOf } from "./calls"

type Received = { body: string; signature: string; id: string }

let simulator: RazorpaySimulator
let store: Server
let received: Received[]
let answers: number[]

beforeEach(async () => {
  received = []
  answers = []
  store = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString()))
    request.on("end", () => {
      const { headers } = request
      received.push({
        body,
        signature: String(headers["x-razorpay-signature"]),
        id: String(headers["x-razorpay-event-id"]),
      })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve))
  const { port } = store.address() as AddressInfo
  simulator = await startRazorpaySimulator({
    webhook: { url: `http://127.0.0.1:${port}/`, retryDelaysMs: [5, 5, 5] },
  })
})
afterEach(async () => {
  await simulator.stop()
  store.close()
})

const newOrder = async (more: object = {}) => {
  const { body } = await apiOf(simulator).post("/orders", {
    amount: 49999,
    currency: "INR",
    ...more,
  })
  return body as unknown as Order
}

const isTrue = ({ body, signature }: Received, secret?: string) =>
  Razorpay.validateWebhookSignature(
    body,
    signature,
    secret ?? simulator.webhookSecret
  )

const bodies = () => received.map(({ body }) => JSON.parse(body) as EventBody)

const names = () => bodies().map(({ event }) => event)

describe("the simulator's webhooks", () => {
  it("hold before the official package, in the documented shape", async () => {
    const order = await newOrder({ notes: { session_id: "payses_1" } })
    simulator.control.pay(order.id)
    await simulator.webhooks.idle()
    expect(names().sort()).toEqual([
      "order.paid",
      "payment.authorized",
      "payment.captured",
    ])
    expect(received.every((delivery) => isTrue(delivery))).toBe(true)
    const paid = bodies().find(({ event }) => event === "order.paid")
    expect(paid).toMatchObject({
      entity: "event",
      account_id: "acc_Simulator00001",
      contains: ["payment", "order"],
      payload: {
        payment: { entity: { order_id: order.id, notes: [], captured: true } },
        order: { entity: { id: order.id, status: "paid" } },
      },
    })
  })

  it("are snapshots: what was authorized tells of no capture", async () => {
    const order = await newOrder()
    simulator.control.pay(order.id)
    await simulator.webhooks.idle()
    const held = bodies().find(({ event }) => event === "payment.authorized")
    expect(held?.payload.payment?.entity).toMatchObject({
      status: "authorized",
      captured: false,
    })
  })

  it.each(["secret", "body", "unsigned"] as const)(
    "are refused by the official package when forged (%s)",
    async (forgery) => {
      simulator.webhooks.plan = { drop: true }
      const order = await newOrder()
      simulator.control.pay(order.id)
      const [event] = simulator.webhooks.events
      await simulator.control.forge(event?.id ?? "", forgery)
      expect(isTrue(received[0] as Received)).toBe(false)
    }
  )

  it("come again under one id until the store says 2xx, and the log tells of each attempt", async () => {
    answers = [500, 503]
    const order = await newOrder({ payment_capture: false })
    simulator.control.pay(order.id)
    await simulator.webhooks.idle()
    expect(simulator.webhooks.deliveries.map(({ status }) => status)).toEqual([
      500, 503, 200,
    ])
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    simulator.webhooks.resend(received[0]?.id ?? "")
    await simulator.webhooks.idle()
    expect(received.at(-1)).toEqual(received[0])
  })

  it("keep the secret of their time when the secret is changed", async () => {
    const old = simulator.webhookSecret
    simulator.webhooks.plan = { hold: true }
    const order = await newOrder({ payment_capture: false })
    simulator.control.pay(order.id)
    simulator.webhooks.options.secret = "the next secret"
    simulator.webhooks.release()
    simulator.webhooks.plan = {}
    simulator.control.pay((await newOrder()).id, { outcome: "fail" })
    await simulator.webhooks.idle()
    const [first, second] = received as [Received, Received]
    expect(isTrue(first, old)).toBe(true)
    expect(isTrue(second, "the next secret")).toBe(true)
    expect(isTrue(second, old)).toBe(false)
  })

  it("come twice, backwards, never, or only those that were chosen, as planned", async () => {
    simulator.webhooks.plan = { copies: 2, only: ["payment.captured"] }
    simulator.control.pay((await newOrder()).id)
    await simulator.webhooks.idle()
    expect(names()).toEqual(["payment.captured", "payment.captured"])
    expect(received[0]?.id).toBe(received[1]?.id)

    simulator.webhooks.plan = { hold: true }
    simulator.control.pay((await newOrder()).id)
    await simulator.webhooks.idle()
    expect(received).toHaveLength(2)
    simulator.webhooks.release("reversed")
    await simulator.webhooks.idle()
    expect(received).toHaveLength(5)

    simulator.webhooks.plan = { drop: true }
    simulator.control.pay((await newOrder()).id)
    await simulator.webhooks.idle()
    expect(received).toHaveLength(5)
    expect(simulator.webhooks.events.at(-1)?.body.event).toBe("order.paid")
  })

  it("tell of refunds, of those that come back, and of disputes", async () => {
    const { control } = simulator
    simulator.account.refundStatus = "pending"
    const { id } = control.pay((await newOrder()).id)
    const failing = control.refund({
      payment_id: id,
      amount: 500,
      status: "failed",
    })
    expect(failing.status).toBe("failed")
    const slow = control.refund({
      payment_id: id,
      amount: 600,
      speed: "optimum",
      status: "pending",
    })
    control.slowRefund(slow.id)
    control.settleRefund(slow.id, "processed")
    const dispute = control.dispute(id)
    control.moveDispute(dispute.id, "under_review")
    expect(control.moveDispute(dispute.id, "lost").amount_deducted).toBe(49399)
    await simulator.webhooks.idle()
    expect(names().slice(3).sort()).toEqual([
      "payment.dispute.created",
      "payment.dispute.lost",
      "payment.dispute.under_review",
      "refund.created",
      "refund.created",
      "refund.failed",
      "refund.processed",
      "refund.speed_changed",
    ])
    const refunded = bodies().find(({ event }) => event === "refund.failed")
    expect(refunded).toMatchObject({
      contains: ["refund", "payment"],
      payload: { refund: { entity: { payment_id: id, status: "failed" } } },
    })
  })

  it("lie under a true signature", async () => {
    simulator.webhooks.plan = { drop: true }
    const { id } = simulator.control.pay((await newOrder()).id)
    simulator.webhooks.plan = {}
    simulator.control.lie("payment.captured", id, { amount: 1 })
    await simulator.webhooks.idle()
    expect(isTrue(received[0] as Received)).toBe(true)
    expect(bodies()[0]?.payload.payment?.entity).toMatchObject({ amount: 1 })
  })
})

describe("what Checkout hands to the store", () => {
  it("holds before the official package, and for this order only", async () => {
    const [order, other] = [await newOrder(), await newOrder()]
    const { id } = simulator.control.pay(order.id)
    const { razorpay_payment_id, razorpay_signature } =
      simulator.control.checkoutResult(id)
    const isValidFor = (order_id: string) =>
      validatePaymentVerification(
        { order_id, payment_id: razorpay_payment_id },
        razorpay_signature,
        simulator.keySecret
      )
    expect(isValidFor(order.id)).toBe(true)
    expect(isValidFor(other.id)).toBe(false)
  })
})
