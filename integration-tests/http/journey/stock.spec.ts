import type Medusa from "@medusajs/js-sdk"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { createProduct, type TestProduct } from "../../helpers/products"
import { regionOf, storefront } from "../../helpers/storefront"

async function stockOf(sdk: Medusa, { id }: TestProduct) {
  const { product } = await sdk.store.product.retrieve(id, {
    fields: "+variants.inventory_quantity",
  })
  return product.variants?.[0]?.inventory_quantity
}

describe("stock", () => {
  const notInStock = {
    status: 400,
    message: expect.stringContaining("inventory") as string,
  }

  it("goes down by what was ordered", async () => {
    const product = await createProduct({ stock: 5 })
    const { sdk, cart } = await cartReadyToPay({
      variantId: product.variantId,
      quantity: 2,
    })
    expect(await stockOf(sdk, product)).toBe(5)

    await completeCart(sdk, cart.id)

    expect(await stockOf(sdk, product)).toBe(3)
    const admin = await adminClient()
    const { body } = await admin.get<{
      inventory_item: { reserved_quantity: number }
    }>(`/admin/inventory-items/${product.inventoryItemId}`)
    expect(body.inventory_item.reserved_quantity).toBe(2)
  })

  it("of 0 keeps an item out of the cart, with a clear message", async () => {
    const sdk = storefront()
    const { variantId } = await createProduct({ stock: 0 })
    const region = await regionOf(sdk, "in")
    const { cart } = await sdk.store.cart.create({ region_id: region.id })

    await expect(
      sdk.store.cart.createLineItem(cart.id, {
        variant_id: variantId,
        quantity: 1,
      })
    ).rejects.toMatchObject(notInStock)
  })

  it("that another shopper took meanwhile stops the order, with a clear message", async () => {
    const product = await createProduct({ stock: 1 })
    const { variantId } = product
    const slow = await cartReadyToPay({ variantId })
    const fast = await cartReadyToPay({ variantId })
    await completeCart(fast.sdk, fast.cart.id)

    await expect(completeCart(slow.sdk, slow.cart.id)).rejects.toThrow(
      "Not enough stock"
    )
    expect(await stockOf(slow.sdk, product)).toBe(0)
  })
})
