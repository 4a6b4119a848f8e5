import { freshCustomer, storeClient } from "../../helpers/clients"
import { MY_CART, newCart, variantWith } from "../../helpers/customer-carts"
import { type Server, startServer } from "../../helpers/server"

describe("with customers' carts switched off", () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({
      name: "customer-carts-off",
      env: { SUITE_FEATURES_OFF: "customer-carts" },
    })
  })
  afterAll(() => server.stop())

  it("its paths answer 404, and a cart is whoever's has its id, as in Medusa", async () => {
    const { url } = server
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
})
