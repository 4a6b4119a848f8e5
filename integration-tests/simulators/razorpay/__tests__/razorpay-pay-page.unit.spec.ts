import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type RazorpaySimulator, startRazorpaySimulator } from ".."
import type { Order } from "../objects"
import { apiOf } from "./calls"

let simulator: RazorpaySimulator

beforeEach(async () => {
  simulator = await startRazorpaySimulator({
    origins: ["https://shop.example.com"],
    lateMs: 50,
  })
})
afterEach(() => simulator.stop())

const newOrder = async (more: object = {}) => {
  const { body } = await apiOf(simulator).post("/orders", {
    amount: 49999,
    currency: "INR",
    ...more,
  })
  return body as unknown as Order
}

const CALLBACK = "http://localhost:8000/paid?cart=1"

const visit = (orderId: string, query: Record<string, string> = {}) =>
  fetch(`${simulator.url}/pay/${orderId}?${new URLSearchParams(query)}`)

const press = async (
  orderId: string,
  action: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {}
) => {
  const response = await fetch(`${simulator.url}/pay/${orderId}`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ action, method: "upi", ...fields }),
  })
  return { status: response.status, text: await response.text() }
}

const events = () => simulator.webhooks.events.map(({ body }) => body.event)

describe("results of the pay page, which are as good as money,", () => {
  it.each([
    ["callback_url", "https://evil.example.com/"],
    ["callback_url", "http://localhost.evil.example.com/"],
    ["callback_url", "javascript:alert(1)"],
    ["callback_url", "http://localhost:8000@evil.example.com/"],
    ["embedded_in", "https://evil.example.com"],
  ])("are never handed to %s=%s", async (field, place) => {
    const { id } = await newOrder()
    expect((await visit(id, { [field]: place })).status).toBe(400)
    const { status, text } = await press(id, "pay", { [field]: place })
    expect(status).toBe(400)
    expect(text).not.toContain("razorpay_signature")
    expect(simulator.control.paymentsOf(id)).toHaveLength(0)
  })

  it.each([
    ["another site's form", { origin: "https://evil.example.com" }],
    ["a frame without an origin", { origin: "null" }],
  ])("are not made by %s", async (_, headers) => {
    const { id } = await newOrder()
    expect((await press(id, "pay", {}, headers)).status).toBe(403)
    expect(simulator.control.paymentsOf(id)).toHaveLength(0)
  })

  it("are not drawn from the shopper by a page that hides ours in a frame", async () => {
    const { id } = await newOrder()
    const policyOf = async (query: Record<string, string> = {}) =>
      (await visit(id, query)).headers.get("content-security-policy")
    expect(await policyOf()).toContain("frame-ancestors 'none'")
    expect(
      await policyOf({ embedded_in: "http://localhost:8000/cart" })
    ).toMatch(/frame-ancestors http:\/\/localhost:8000$/)
  })

  it("hold no markup that a shopper's or a store's text brings along", async () => {
    const { id } = await newOrder()
    const name = `"><script>alert(1)</script>`
    const { text } = await press(id, "pay", {
      name,
      description: name,
      callback_url: `http://localhost:8000/?x=${name}`,
    })
    expect(text).not.toContain("<script>alert(1)")
    expect(await (await visit(id, { name })).text()).not.toContain(
      "<script>alert(1)"
    )
  })
})

describe("the pay page", () => {
  it("shows the sum, the store's name and four ways to pay", async () => {
    const { id } = await newOrder()
    const text = await (await visit(id, { name: "Suite" })).text()
    expect(text).toContain("<h1>₹499.99</h1>")
    expect(text).toContain("Suite")
    expect(text.match(/type="radio"/g)).toHaveLength(4)
  })

  it.each([
    ["JPY", 295, "JP¥295"],
    ["KWD", 295990, "KWD 295.990"],
  ])("shows %s with its own digits", async (currency, amount, shown) => {
    const { id } = await newOrder({ currency, amount })
    const text = (await (await visit(id)).text()).replaceAll("\u00a0", " ")
    expect(text).toContain(`<h1>${shown}</h1>`)
  })

  it("posts the result to the callback URL, as Checkout does", async () => {
    const { id } = await newOrder()
    const { text } = await press(id, "pay", { callback_url: CALLBACK })
    const [payment] = simulator.control.paymentsOf(id)
    const result = simulator.control.checkoutResult(payment?.id ?? "")
    expect(text).toContain(`action="${CALLBACK}"`)
    for (const [name, value] of Object.entries(result)) {
      expect(text).toContain(`name="${name}" value="${value}"`)
    }
    expect(payment).toMatchObject({ method: "upi", status: "captured" })
  })

  it("takes Checkout's notes and prefill into the payment", async () => {
    const { id } = await newOrder()
    await press(id, "pay", {
      notes: JSON.stringify({ cart: "cart_1" }),
      email: "asha@store.test",
    })
    expect(simulator.control.paymentsOf(id)[0]).toMatchObject({
      notes: { cart: "cart_1" },
      email: "asha@store.test",
    })
  })

  it("pays and never tells: no webhook, and nothing for the store", async () => {
    const { id } = await newOrder()
    simulator.webhooks.options.url = "http://127.0.0.1:9/"
    const { text } = await press(id, "silent", { callback_url: CALLBACK })
    expect(text).not.toContain(CALLBACK)
    expect(simulator.ledger.books(id).captured).toBe(49999)
    expect(simulator.webhooks.deliveries).toEqual([])
    expect(events()).toContain("payment.captured")
  })

  it("fails, and lets the shopper try again or give up", async () => {
    const { id } = await newOrder()
    const { text } = await press(id, "fail", { callback_url: CALLBACK })
    expect(text).toContain('role="alert"')
    expect(text).toContain('name="error[reason]" value="payment_failed"')
    expect(events()).toEqual(["payment.failed"])
    await press(id, "pay")
    expect(simulator.control.order(id)).toMatchObject({
      status: "paid",
      attempts: 2,
    })
  })

  it("pays late: what failed is captured after a while", async () => {
    const { id } = await newOrder()
    await press(id, "late")
    const statusOf = () => simulator.control.paymentsOf(id)[0]?.status
    expect(statusOf()).toBe("failed")
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(statusOf()).toBe("captured")
    expect(events().slice(0, 2)).toEqual([
      "payment.failed",
      "payment.authorized",
    ])
  })

  it("leads out of its frame, also when nothing can be paid there", async () => {
    const { id } = await newOrder()
    const query = { embedded_in: "http://localhost:8000" }
    const back = /id="back"/
    expect(await (await visit(id, query)).text()).toMatch(back)
    await press(id, "pay")
    expect(await (await visit(id, query)).text()).toMatch(back)
    const refused = await visit(id, { ...query, key: "rzp_test_other" })
    expect(await refused.text()).toMatch(back)
    expect(refused.headers.get("content-security-policy")).toContain(
      "frame-ancestors http://localhost:8000"
    )
  })

  it("says so when an order is paid, unknown, or another account's", async () => {
    const { id } = await newOrder()
    await press(id, "pay")
    expect(await (await visit(id)).text()).toContain("This order is paid")
    expect((await press(id, "pay")).status).toBe(400)
    expect((await visit("order_00000000000000")).status).toBe(400)
    const other = await newOrder()
    expect((await visit(other.id, { key: "rzp_test_other" })).status).toBe(400)
  })
})

describe("a simulator with a file", () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "razorpay-"))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it("goes on after a restart: orders, money, keys of refunds, and webhooks not yet taken", async () => {
    const file = path.join(folder, "account.json")
    const webhook = { url: "http://127.0.0.1:9/", secret: "kept secret" }
    const keys = { keyId: "rzp_test_kept", keySecret: "keptsecret" }
    const first = await startRazorpaySimulator({ file, webhook, ...keys })
    const call = { amount: 49999, currency: "INR" }
    const order = (await apiOf(first).post("/orders", call))
      .body as unknown as Order
    const body = new URLSearchParams({ action: "pay" })
    await fetch(`${first.url}/pay/${order.id}`, { method: "POST", body })
    const [payment] = first.control.paymentsOf(order.id)
    const refund = `/payments/${payment?.id}/refund`
    const part = { amount: 500 }
    const key = "refund_0001"
    const refunded = await apiOf(first).post(refund, part, { key })
    await first.stop()

    const second = await startRazorpaySimulator({ file })
    try {
      expect(second).toMatchObject({ ...keys, webhookSecret: "kept secret" })
      expect(second.ledger.books(order.id)).toEqual(
        first.ledger.books(order.id)
      )
      expect(second.control.order(order.id).status).toBe("paid")
      const again = await apiOf(second).post(refund, part, { key })
      expect(again.body).toEqual(refunded.body)
      expect(second.ledger.count("refunded", order.id)).toBe(1)
      expect(second.webhooks.events.every(({ isDue }) => isDue)).toBe(true)
    } finally {
      await second.stop()
    }
  })
})
