import type Medusa from "@medusajs/js-sdk"
import { completeCart, prepareForPayment } from "../../helpers/carts"
import { databaseUrl } from "../../helpers/environment"
import { createProduct, type TestProduct } from "../../helpers/products"
import { stockOutcome } from "../../helpers/race"
import { regionOf, storefront } from "../../helpers/storefront"

async function cartWithTwoLines(sdk: Medusa, { variantId }: TestProduct) {
  const region = await regionOf(sdk, "in")
  const line = (engraving: string) => ({
    variant_id: variantId,
    quantity: 1,
    metadata: { engraving },
  })
  const { cart } = await sdk.store.cart.create({
    region_id: region.id,
    items: [line("Asha"), line("Ravi")],
  })
  expect(cart.items).toHaveLength(2)
  const email = `lines-${cart.id.toLowerCase()}@store.test`
  return prepareForPayment(sdk, cart.id, { email, country: "in" })
}

describe("one item on two lines of a cart", () => {
  // The attack: each line alone finds the one unit that is left.
  it("is not sold twice when there is one", async () => {
    const sdk = storefront()
    const product = await createProduct({ stock: 1 })
    const cart = await cartWithTwoLines(sdk, product)

    await expect(completeCart(sdk, cart.id)).rejects.toThrow(
      "Not enough stock available"
    )
    expect(await stockOutcome(databaseUrl(), product.inventoryItemId)).toEqual({
      stocked: 1,
      reserved: 0,
      promised: 0,
    })
  })

  it("is sold twice when there are two", async () => {
    const sdk = storefront()
    const product = await createProduct({ stock: 2 })
    const cart = await cartWithTwoLines(sdk, product)

    await completeCart(sdk, cart.id)
    expect(
      await stockOutcome(databaseUrl(), product.inventoryItemId)
    ).toMatchObject({ reserved: 2, promised: 2 })
  })
})
