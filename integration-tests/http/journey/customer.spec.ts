import { randomUUID } from "node:crypto"
import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { SYSTEM_PAYMENT } from "../../helpers/carts"
import { addressIn, regionOf, storefront } from "../../helpers/storefront"

/** One of the demo shop's. */
const CATEGORY = "kitchen-table"

/** Each step is what a storefront does after the one before it, over the official SDK. */
describe("a shopper with an account", () => {
  const credentials = {
    email: `asha-${randomUUID()}@store.test`,
    password: randomUUID(),
  }
  let sdk: Medusa
  let region: HttpTypes.StoreRegion
  let product: HttpTypes.StoreProduct
  let cart: HttpTypes.StoreCart
  let order: HttpTypes.StoreOrder

  beforeAll(() => {
    sdk = storefront()
  })

  it("registers", async () => {
    await sdk.auth.register("customer", "emailpass", credentials)
    const { customer } = await sdk.store.customer.create({
      email: credentials.email,
      first_name: "Asha",
      last_name: "Rao",
    })
    expect(customer.email).toBe(credentials.email)
  })

  it("logs in", async () => {
    await sdk.auth.login("customer", "emailpass", credentials)
    const { customer } = await sdk.store.customer.retrieve()
    expect(customer).toMatchObject({
      email: credentials.email,
      has_account: true,
    })
  })

  it("browses a category and sees prices in rupees", async () => {
    region = await regionOf(sdk, "in")
    const { product_categories: categories } = await sdk.store.category.list({
      handle: CATEGORY,
    })
    expect(categories).toEqual([expect.objectContaining({ handle: CATEGORY })])
    const { products } = await sdk.store.product.list({
      category_id: categories[0]?.id,
      region_id: region.id,
      fields: "title,*categories,*variants.calculated_price",
    })

    expect(region.currency_code).toBe("inr")
    expect(products.length).toBeGreaterThan(0)
    for (const { categories: own, variants } of products) {
      expect(own?.map(({ handle }) => handle)).toContain(CATEGORY)
      expect(variants?.[0]?.calculated_price?.currency_code).toBe("inr")
      expect(
        variants?.[0]?.calculated_price?.calculated_amount
      ).toBeGreaterThan(0)
    }
  })

  it("finds a product by a word of its title", async () => {
    const { products: all } = await sdk.store.product.list({ limit: 1 })
    const word = all[0]?.title.split(" ").at(-1) ?? ""
    const { products } = await sdk.store.product.list({
      q: word,
      region_id: region.id,
      fields: "title,*variants.calculated_price,+variants.inventory_quantity",
    })

    expect(products.map(({ id }) => id)).toContain(all[0]?.id)
    const inStock = products.find(({ variants }) =>
      variants?.some(({ inventory_quantity }) => (inventory_quantity ?? 0) > 0)
    )
    product = inStock ?? (await anyProductInStock())
  })

  async function anyProductInStock() {
    const { products } = await sdk.store.product.list({
      fields: "title,+variants.inventory_quantity",
    })
    const found = products.find(({ variants }) =>
      variants?.some(({ inventory_quantity }) => (inventory_quantity ?? 0) > 0)
    )
    if (!found) throw new Error("Nothing is in stock")
    return found
  }

  it("puts it into the cart", async () => {
    const variant = product.variants?.find(
      ({ inventory_quantity }) => (inventory_quantity ?? 0) > 0
    )
    const created = await sdk.store.cart.create({ region_id: region.id })
    const filled = await sdk.store.cart.createLineItem(created.cart.id, {
      variant_id: variant?.id ?? "",
      quantity: 1,
    })
    cart = filled.cart
    expect(cart.items).toHaveLength(1)
    expect(cart.item_total).toBeGreaterThan(0)
  })

  it("gives an address and picks a shipping option", async () => {
    const address = addressIn("in")
    await sdk.store.cart.update(cart.id, {
      email: credentials.email,
      shipping_address: address,
      billing_address: address,
    })
    const { shipping_options: options } =
      await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
    expect(options.length).toBeGreaterThan(0)

    const shipped = await sdk.store.cart.addShippingMethod(cart.id, {
      option_id: options[0]?.id ?? "",
    })
    cart = shipped.cart
    expect(cart.shipping_methods).toHaveLength(1)
  })

  it("pays with the system provider, and the order is placed", async () => {
    const { payment_providers: providers } =
      await sdk.store.payment.listPaymentProviders({ region_id: region.id })
    expect(providers.map(({ id }) => id)).toContain(SYSTEM_PAYMENT)

    await sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: SYSTEM_PAYMENT,
    })
    const result = await sdk.store.cart.complete(cart.id)
    if (result.type !== "order") throw new Error(result.error.message)
    order = result.order
    expect(order).toMatchObject({
      email: credentials.email,
      currency_code: "inr",
      total: cart.total,
    })
  })

  it("finds the order in the history", async () => {
    const { orders } = await sdk.store.order.list()
    expect(orders.map(({ id }) => id)).toEqual([order.id])

    const { order: found } = await sdk.store.order.retrieve(order.id)
    expect(found.payment_status).toBe("authorized")
    expect(found.items?.[0]?.product_id).toBe(product.id)
  })
})
