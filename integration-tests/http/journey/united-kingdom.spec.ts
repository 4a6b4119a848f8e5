import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import {
  databaseUrl,
  onlineRetailFile,
  storeEnvironment,
} from "../../helpers/environment"
import { describeWithOnlineRetail } from "../../helpers/optional"
import { run } from "../../helpers/processes"
import { ROOT } from "../../helpers/server"
import { regionOf, storefront } from "../../helpers/storefront"

const PRODUCTS = 60

async function importCatalogue() {
  const { code, output } = await run({
    command: "npm",
    args: [
      "run",
      "import:online-retail",
      "--",
      onlineRetailFile() ?? "",
      "--limit",
      String(PRODUCTS),
    ],
    cwd: ROOT,
    env: { ...storeEnvironment(), DATABASE_URL: databaseUrl() },
  })
  expect({ code, output }).toEqual({
    code: 0,
    output: expect.anything() as string,
  })
}

describeWithOnlineRetail("the imported catalogue in the United Kingdom", () => {
  let sdk: Medusa
  let region: HttpTypes.StoreRegion
  let products: HttpTypes.StoreProduct[]

  beforeAll(async () => {
    sdk = storefront()
    await importCatalogue()
    region = await regionOf(sdk, "gb")
    const listed = await sdk.store.product.list({
      region_id: region.id,
      limit: 100,
      order: "-created_at",
      fields: "title,*variants.calculated_price,+variants.inventory_quantity",
    })
    products = listed.products.filter(({ variants }) =>
      variants?.some(({ calculated_price: price }) => price?.calculated_amount)
    )
  }, 240_000)

  it("is priced in pounds, VAT included", () => {
    expect(region.currency_code).toBe("gbp")
    expect(products.length).toBeGreaterThan(PRODUCTS / 2)
    expect(products[0]?.variants?.[0]?.calculated_price).toMatchObject({
      currency_code: "gbp",
      is_calculated_price_tax_inclusive: true,
    })
  })

  it("is found by a word of a title", async () => {
    const [wanted] = products
    // The longest says most: not "Set", "of" or a number.
    const [word = ""] = (wanted?.title.split(" ") ?? []).sort(
      (a, b) => b.length - a.length
    )
    const { products: found } = await sdk.store.product.list({
      q: word,
      limit: 100,
      fields: "title",
    })
    expect(found.map(({ id }) => id)).toContain(wanted?.id)
    for (const { title } of found) {
      expect(title.toLowerCase()).toContain(word.toLowerCase())
    }
  })

  it("can be bought, with a sixth of the price as VAT", async () => {
    const variant = products
      .flatMap(({ variants }) => variants ?? [])
      .find(({ inventory_quantity }) => (inventory_quantity ?? 0) > 0)
    const { cart } = await cartReadyToPay({
      sdk,
      country: "gb",
      variantId: variant?.id,
    })
    const order = await completeCart(sdk, cart.id)

    expect(order.currency_code).toBe("gbp")
    expect(order.item_total).toBe(variant?.calculated_price?.calculated_amount)
    expect(order.item_tax_total).toBeCloseTo(order.item_total / 6, 1)
  })
})
