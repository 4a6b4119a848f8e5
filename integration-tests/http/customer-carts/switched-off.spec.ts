import { freshCustomer, storeClient } from "../../helpers/clients"
import { MY_CART, newCart, variantWith } from "../../helpers/customer-carts"
import { query } from "../../helpers/database"
import {
  cartForRazorpay,
  type RazorpayStore,
  startRazorpayStore,
  verify,
} from "../../helpers/razorpay"

describe("with customers' carts switched off", () => {
  let store: RazorpayStore
  beforeAll(async () => {
    store = await startRazorpayStore("customer-carts-off", {
      SUITE_FEATURES_OFF: "customer-carts",
    })
    store.razorpay.webhooks.plan = { hold: true }
  }, 180_000)
  afterAll(() => store?.stop())

  it("its paths answer 404, and a cart is whoever's has its id, as in Medusa", async () => {
    const { url } = store
    const customer = await freshCustomer({ url })
    const variant = await variantWith(9, { url })
    const items: [string, number][] = [[variant, 1]]
    const cart = await newCart({ url, customer, items })
    const path = `/store/carts/${cart.id}`
    const gone = [
      await customer.client.get(MY_CART),
      await customer.client.post(MY_CART, { cart_id: cart.id }),
      await customer.client.get(`${path}/count`),
      await customer.client.post(`${path}/clear`),
      await customer.client.delete(`${path}/variants/${variant}`),
    ]
    expect(gone.map(({ status }) => status)).toEqual(Array(5).fill(404))

    const anybody = storeClient({ url })
    const seen = await anybody.get(path)
    const added = await anybody.post(`${path}/line-items`, {
      ...{ variant_id: variant, quantity: 1 },
    })
    const guest = await newCart({ url })
    const transferred = await customer.client.post<{ left_out?: unknown }>(
      `/store/carts/${guest.id}/customer`
    )
    expect([seen, added, transferred].map(({ status }) => status)).toEqual([
      200, 200, 200,
    ])
    expect(transferred.body.left_out).toBeUndefined()
  }, 60_000)

  // The fault: a shopper's paid cart was refused for what had been noted of it while the feature was on.
  it("a paid cart becomes its order for whoever has Checkout's result, whosever it was noted as before", async () => {
    const { url, razorpay, server } = store
    const { cart, orderId } = await cartForRazorpay({ url })
    await query(
      server.databaseUrl,
      `insert into customer_cart (id, cart_id, customer_id, state) values ('cuscart_' || $1, $1, 'cus_of_before', 'active')`,
      [cart.id]
    )
    const payment = razorpay.control.pay(orderId)
    const { status, body } = await verify(store, payment.id)
    expect({ status, type: body.type }).toEqual({ status: 200, type: "order" })
  }, 60_000)
})
