import { completeCart, SYSTEM_PAYMENT } from "../../helpers/carts"
import {
  CASH,
  cashOrder,
  choosePayment,
  collectionOf,
  orderById,
} from "../../helpers/cash-on-delivery"
import { adminClient, storeClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import { type Server, startServer } from "../../helpers/server"
import { addressIn, regionOf, storefront } from "../../helpers/storefront"
import { createProduct } from "../../helpers/products"

describe("with cash on delivery switched off", () => {
  let database: Database
  let server: Server

  const start = async (name: string, off: boolean) => {
    server = await startServer({
      name: `cash-on-delivery-${name}`,
      databaseUrl: database.url,
      env: off ? { SUITE_FEATURES_OFF: "cash-on-delivery" } : {},
    })
    return server.url
  }

  beforeAll(async () => {
    database = await seededDatabase()
  })
  afterAll(async () => {
    await server.stop()
    await database.drop()
  })

  it("a region that offers it sells on, its paths answer 404, and its orders stay", async () => {
    const before = await start("on", false)
    const old = await cashOrder({ url: before })
    await server.stop()
    const url = await start("off", true)
    const admin = await adminClient({ url })
    const store = storeClient({ url })

    const replies = [
      await store.get("/store/cash-on-delivery?cart_id=x"),
      await admin.get("/admin/cash-on-delivery"),
      await admin.get("/admin/cash-on-delivery/export"),
      await admin.get(`/admin/cash-on-delivery/${old.id}`),
      await admin.post(`/admin/cash-on-delivery/${old.id}/collect`),
      await admin.post("/admin/cash-on-delivery/collect", { ids: [old.id] }),
    ]
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(404))
    const { body } = await admin.get("/admin/commerce-suite")
    expect(body.features).toMatchObject({ "cash-on-delivery": false })

    const seen = await orderById(old.id, { url })
    expect(seen.payment_status).toBe("awaiting")
    expect(
      (await expectOk(store.get(`/store/orders/${old.id}`))).order
    ).toMatchObject({ id: old.id, total: old.total })

    const sdk = storefront({ url })
    const region = await regionOf(sdk, "in")
    const { payment_providers: offered } = await expectOk(
      store.get<{ payment_providers: { id: string }[] }>(
        `/store/payment-providers?region_id=${region.id}`
      )
    )
    expect(offered.map(({ id }) => id)).toEqual([SYSTEM_PAYMENT])

    const { variantId } = await createProduct({ stock: 3, url })
    const { cart } = await sdk.store.cart.create({
      region_id: region.id,
      email: "off@store.test",
      items: [{ variant_id: variantId, quantity: 1 }],
      shipping_address: addressIn("in"),
    })
    const { shipping_options: options } =
      await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
    await sdk.store.cart.addShippingMethod(cart.id, {
      option_id: options[0]?.id ?? "",
    })
    expect((await choosePayment(cart.id, CASH, { url })).status).toBe(400)
    expect(await collectionOf(cart.id, { url })).toBeTruthy()
    await expectOk(choosePayment(cart.id, SYSTEM_PAYMENT, { url }))
    const order = await completeCart(sdk, cart.id)
    expect(order.items).toHaveLength(1)
    await server.stop()

    // Switched on again, what waited is collected.
    const again = await start("on-again", false)
    const back = await adminClient({ url: again })
    await expectOk(back.post(`/admin/cash-on-delivery/${old.id}/collect`))
    const rows = await query(
      database.url,
      "select order_id from cash_on_delivery_order"
    )
    expect(rows).toEqual([{ order_id: old.id }])
  }, 240_000)
})
