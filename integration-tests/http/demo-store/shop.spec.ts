import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { catalogue, categories } from "../../../app/seed/catalogue"
import { addressIn, regionOf, storefront } from "../../helpers/storefront"

type Product = HttpTypes.StoreProduct

const HANDLES = catalogue.map(({ handle }) => handle)
const FIELDS =
  "handle,title,description,thumbnail,*images,*tags,*categories,*variants.calculated_price,+variants.inventory_quantity"

async function demoProducts(sdk: Medusa, regionId: string): Promise<Product[]> {
  const { products } = await sdk.store.product.list({
    handle: HANDLES,
    region_id: regionId,
    limit: 100,
    fields: FIELDS,
  })
  return products
}

const variantsOf = (products: Product[]) =>
  products.flatMap(({ variants }) => variants ?? [])

function variantOf(products: Product[], handle: string) {
  const product = products.find((candidate) => candidate.handle === handle)
  const variant = product?.variants?.find(
    ({ inventory_quantity }) => (inventory_quantity ?? 0) > 10
  )
  if (!variant) {
    throw new Error(`No variant of ${handle} is well in stock`)
  }
  return variant
}

describe.each([
  { name: "India", country: "in", currency: "inr", taxInclusive: true },
  {
    name: "the United States",
    country: "us",
    currency: "usd",
    taxInclusive: false,
  },
  { name: "Kenya", country: "ke", currency: "kes", taxInclusive: true },
])("the demo store in $name", ({ country, currency, taxInclusive }) => {
  let sdk: Medusa
  let region: HttpTypes.StoreRegion
  let products: Product[]

  beforeAll(async () => {
    sdk = storefront()
    region = await regionOf(sdk, country)
    products = await demoProducts(sdk, region.id)
  })

  it("lists 36 products or more, six or more in each of six categories", () => {
    expect(region.currency_code).toBe(currency)
    expect(products.length).toBeGreaterThanOrEqual(36)
    const names = products.map((product) => product.categories?.[0]?.name)
    for (const category of Object.keys(categories)) {
      const size = names.filter((name) => name === category).length
      expect(size).toBeGreaterThanOrEqual(6)
    }
    expect(Object.keys(categories)).toHaveLength(6)
  })

  it("prices every variant in its currency", () => {
    for (const { calculated_price: price } of variantsOf(products)) {
      expect(price).toMatchObject({
        currency_code: currency,
        is_calculated_price_tax_inclusive: taxInclusive,
      })
      expect(price?.calculated_amount).toBeGreaterThan(0)
    }
  })

  it("takes a product to the shipping step, with standard and express to choose", async () => {
    const { id } = variantOf(products, "canvas-tote")
    const { cart } = await sdk.store.cart.create({
      region_id: region.id,
      shipping_address: addressIn(country),
      items: [{ variant_id: id, quantity: 1 }],
    })
    const { shipping_options: options } =
      await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
    const codes = options.map(({ type }) => type.code).sort()
    expect(codes).toEqual(["express", "standard"])
    for (const { amount } of options) {
      expect(amount).toBeGreaterThan(0)
    }
  })
})

describe("the demo store", () => {
  let sdk: Medusa
  let india: HttpTypes.StoreRegion
  let products: Product[]

  beforeAll(async () => {
    sdk = storefront()
    india = await regionOf(sdk, "in")
    products = await demoProducts(sdk, india.id)
  })

  it("shows a picture of every product that really opens", async () => {
    const urls = products.flatMap(({ thumbnail, images }) => [
      thumbnail ?? "",
      ...(images ?? []).map(({ url }) => url),
    ])
    expect(urls.length).toBeGreaterThanOrEqual(2 * products.length)
    for (const url of new Set(urls)) {
      const response = await fetch(url)
      expect({ url, status: response.status }).toEqual({ url, status: 200 })
      expect(response.headers.get("content-type")).toBe("image/jpeg")
      await response.arrayBuffer()
    }
  })

  it("describes and tags every product", () => {
    for (const { description, tags } of products) {
      expect(description?.length).toBeGreaterThan(80)
      expect(tags?.length).toBeGreaterThan(0)
    }
  })

  it("has variants with one to three left, and some that are sold out", () => {
    const quantities = variantsOf(products).map(
      (variant) => variant.inventory_quantity ?? -1
    )
    const few = quantities.filter((units) => units > 0 && units < 4)
    expect(few.length).toBeGreaterThan(3)
    expect(quantities.filter((units) => units === 0).length).toBeGreaterThan(3)
  })

  async function taxOf(country: string, handle: string, province?: string) {
    const region = await regionOf(sdk, country)
    const { cart } = await sdk.store.cart.create({
      region_id: region.id,
      shipping_address: { ...addressIn(country), province },
      items: [{ variant_id: variantOf(products, handle).id, quantity: 1 }],
    })
    return { total: cart.total, tax: cart.tax_total }
  }

  it.each([
    { percent: 18, handle: "stoneware-mug", place: "India", country: "in" },
    {
      percent: 5,
      handle: "organic-cotton-t-shirt",
      place: "India",
      country: "in",
    },
    { percent: 5, handle: "masala-chai", place: "India", country: "in" },
    { percent: 16, handle: "stoneware-mug", place: "Kenya", country: "ke" },
    {
      percent: 0,
      handle: "stoneware-mug",
      place: "the United States",
      country: "us",
    },
    {
      percent: 7.25,
      handle: "stoneware-mug",
      place: "California",
      country: "us",
      province: "us-ca",
    },
  ])(
    "charges $percent % tax on $handle in $place",
    async ({ percent, handle, country, province }) => {
      const { total, tax } = await taxOf(country, handle, province)
      expect(tax).toBeCloseTo(total - total / (1 + percent / 100), 4)
    }
  )
})
