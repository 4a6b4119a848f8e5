import type Medusa from "@medusajs/js-sdk"
import {
  anonymousClient,
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { storefront } from "../../helpers/storefront"
import {
  cartForRazorpay,
  ordersOf,
  paymentOf,
  type RazorpayStore,
  startRazorpayStore,
  verify,
} from "../../helpers/razorpay"

const PATH = "/store/razorpay/verify"

let store: RazorpayStore

beforeAll(async () => {
  store = await startRazorpayStore("razorpay-verify")
  store.razorpay.webhooks.plan = { hold: true }
}, 180_000)
afterAll(() => store?.stop())

const ordersFor = (cartId: string) => ordersOf(store.server.databaseUrl, cartId)

/** A cart whose shopper has paid in Checkout. */
async function paidCart(options: { sdk?: Medusa; email?: string } = {}) {
  const made = await cartForRazorpay({ url: store.url, ...options })
  const payment = store.razorpay.control.pay(made.orderId)
  return { ...made, paymentId: payment.id }
}

async function customerWithCart() {
  const customer = await freshCustomer({ url: store.url })
  const sdk = storefront({ url: store.url })
  await sdk.auth.login("customer", "emailpass", customer)
  return { customer, ...(await paidCart({ sdk, email: customer.email })) }
}

const as = ({ token }: Customer) => storeClient({ url: store.url, token })

describe("Checkout's result", () => {
  it("completes a guest's cart and answers as Medusa's own route does, however often", async () => {
    const { sdk, cart, paymentId } = await paidCart()
    const first = await verify(store, paymentId, {
      changes: { cart_id: cart.id },
    })
    expect(first).toMatchObject({ status: 200, body: { type: "order" } })
    const second = await verify(store, paymentId)
    const complete = (await sdk.store.cart.complete(cart.id)) as {
      type: string
      order: object
    }
    expect(second.body.order.id).toBe(first.body.order.id)
    expect(second.body).toEqual(complete)
    expect(Object.keys(first.body.order).sort()).toEqual(
      Object.keys(complete.order).sort()
    )
    expect(await ordersFor(cart.id)).toEqual([first.body.order.id])
  }, 60_000)

  it("has its answer's fields chosen as with Medusa's own route", async () => {
    const { paymentId } = await paidCart()
    const { body } = await storeClient({ url: store.url }).post<{
      order: object
    }>(
      `${PATH}?fields=id,total`,
      store.razorpay.control.checkoutResult(paymentId)
    )
    expect(Object.keys(body.order).sort()).toEqual(["id", "total"])
  }, 60_000)

  it.each([
    ["a signature somebody made up", { razorpay_signature: "f".repeat(64) }],
    ["another payment", { razorpay_payment_id: "pay_00000000000000" }],
  ])(
    "forged with %s is refused, and places no order",
    async (_, changes) => {
      const { cart, paymentId } = await paidCart()
      const forged = await verify(store, paymentId, { changes })
      expect(forged.status).toBe(400)
      expect(forged.body.message).toContain("razorpay_signature: does not hold")
      expect(await ordersFor(cart.id)).toEqual([])
    },
    60_000
  )

  it("of the attacker's own paid order does not complete another cart", async () => {
    const paid = await paidCart()
    const unpaid = await cartForRazorpay({ url: store.url })
    const named = await verify(store, paid.paymentId, {
      changes: { cart_id: unpaid.cart.id },
    })
    expect(named.status).toBe(404)
    const swapped = await verify(store, paid.paymentId, {
      changes: { razorpay_order_id: unpaid.orderId },
    })
    expect(swapped.status).toBe(400)
    expect(await ordersFor(unpaid.cart.id)).toEqual([])
  }, 60_000)

  it("of a guest's cart with the e-mail address of an account is taken from the guest", async () => {
    const { email } = await freshCustomer({ url: store.url })
    const { cart, paymentId } = await paidCart({ email })
    const verified = await verify(store, paymentId)
    expect(verified).toMatchObject({ status: 200, body: { type: "order" } })
    expect(await ordersFor(cart.id)).toEqual([verified.body.order.id])
  }, 60_000)

  it("of a customer's cart is taken from that customer only", async () => {
    const { customer, cart, paymentId } = await customerWithCart()
    const stranger = await freshCustomer({ url: store.url })
    const strangers = [
      as(stranger),
      storeClient({ url: store.url }),
      storeClient({ url: store.url, token: "no token" }),
    ]
    for (const client of strangers) {
      const reply = await verify(store, paymentId, { client })
      expect(reply.status).toBe(404)
      expect(JSON.stringify(reply.body)).not.toContain(customer.email)
    }
    expect(await ordersFor(cart.id)).toEqual([])
    const own = await verify(store, paymentId, { client: as(customer) })
    expect(own).toMatchObject({ status: 200, body: { type: "order" } })
  }, 60_000)

  it("needs the publishable key", async () => {
    const { paymentId } = await paidCart()
    const client = anonymousClient({ url: store.url })
    expect((await verify(store, paymentId, { client })).status).toBe(400)
  }, 60_000)

  it.each([
    [{ razorpay_order_id: "order_'; drop table cart" }, "razorpay_order_id"],
    [{ razorpay_payment_id: 7 }, "razorpay_payment_id"],
    [{ razorpay_signature: "F".repeat(64) }, "razorpay_signature"],
    [{ razorpay_signature: undefined }, "razorpay_signature"],
    [{ cart_id: ["cart_1"] }, "cart_id"],
    [{ amount: 1 }, "amount"],
  ])("with rubbish %j answers 400 and names it", async (changes, field) => {
    const body = {
      razorpay_payment_id: "pay_00000000000000",
      razorpay_order_id: "order_00000000000000",
      razorpay_signature: "0".repeat(64),
      ...changes,
    }
    const reply = await storeClient({ url: store.url }).post(PATH, body)
    expect(reply.status).toBe(400)
    expect(reply.body.message).toContain(field)
  })

  it("handed in by one ip again and again is answered with 429", async () => {
    const ip = "198.51.100.77"
    const client = storeClient({ url: store.url, ip })
    const replies = await Promise.all(
      Array.from({ length: 61 }, () =>
        client.post(PATH, {
          razorpay_payment_id: "pay_00000000000000",
          razorpay_order_id: "order_00000000000000",
          razorpay_signature: "0".repeat(64),
        })
      )
    )
    const limited = replies.filter(({ status }) => status === 429)
    expect(limited).toHaveLength(1)
    expect(limited[0]?.headers.get("retry-after")).toMatch(/^\d+$/)
  }, 60_000)
})

describe("result, webhook and the storefront's own completion at once", () => {
  it.each(Array.from({ length: 5 }, (_, round) => round + 1))(
    "leave one order and one payment (round %d)",
    async () => {
      const { cart, paymentId } = await paidCart()
      const complete = () =>
        storeClient({ url: store.url }).post<{ order?: { id: string } }>(
          `/store/carts/${cart.id}/complete`
        )
      store.razorpay.webhooks.release()
      const replies = await Promise.all([
        ...Array.from({ length: 3 }, () => verify(store, paymentId)),
        ...Array.from({ length: 3 }, complete),
      ])
      await store.razorpay.webhooks.idle()
      const orders = await ordersFor(cart.id)
      expect(orders).toHaveLength(1)
      const seen = replies.map(({ status, body }) => [status, body.order?.id])
      expect(seen).toEqual(replies.map(() => [200, orders[0]]))
      const payment = await paymentOf(store.admin, orders[0] ?? "")
      expect(payment.data.payment_id).toBe(paymentId)
    },
    60_000
  )
})
