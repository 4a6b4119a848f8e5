import { randomUUID } from "node:crypto"
import { adminClient } from "./clients"
import { expectOk, type HttpClient } from "./http"

type Id = { id: string }
type StockLocation = Id & { sales_channels?: Id[] }
type CreatedProduct = Id & {
  title: string
  variants: [Id & { inventory_items?: { inventory_item_id: string }[] }]
}

export type TestProduct = {
  id: string
  title: string
  variantId: string
  inventoryItemId: string
  locationId: string
}

/** The place that the storefront's sales channel sells from. */
async function findSellingLocation(admin: HttpClient) {
  const { stock_locations: locations } = await expectOk(
    admin.get<{ stock_locations: StockLocation[] }>(
      "/admin/stock-locations?fields=id,*sales_channels"
    )
  )
  const location = locations.find((place) => place.sales_channels?.length)
  if (!location?.sales_channels) {
    throw new Error(
      "The seeded store has no stock location with a sales channel"
    )
  }
  return { locationId: location.id, channels: location.sales_channels }
}

async function findShippingProfile(admin: HttpClient) {
  const { shipping_profiles: profiles } = await expectOk(
    admin.get<{ shipping_profiles: Id[] }>(
      "/admin/shipping-profiles?type=default&limit=1"
    )
  )
  return profiles[0]?.id
}

/**
 * A published product with one variant that no other spec buys, sold in all three currencies.
 * @param options.stock - how many lie on the shelf
 * @param options.rupees - what it costs in India. @default 1499
 */
export async function createProduct({
  stock,
  rupees = 1499,
  url,
}: {
  stock: number
  rupees?: number
  url?: string
}): Promise<TestProduct> {
  const admin = await adminClient({ url })
  const { locationId, channels } = await findSellingLocation(admin)
  const title = `Spec lamp ${randomUUID()}`
  const { product } = await expectOk(
    admin.post<{ product: CreatedProduct }>(
      "/admin/products?fields=id,title,*variants,*variants.inventory_items",
      {
        title,
        status: "published",
        shipping_profile_id: await findShippingProfile(admin),
        sales_channels: channels.map(({ id }) => ({ id })),
        options: [{ title: "Size", values: ["One"] }],
        variants: [
          {
            title: "One",
            options: { Size: "One" },
            manage_inventory: true,
            prices: [
              { currency_code: "inr", amount: rupees },
              { currency_code: "usd", amount: 19 },
              { currency_code: "kes", amount: 2400 },
            ],
          },
        ],
      }
    )
  )
  const [variant] = product.variants
  const inventoryItemId = variant.inventory_items?.[0]?.inventory_item_id ?? ""
  await expectOk(
    admin.post(`/admin/inventory-items/${inventoryItemId}/location-levels`, {
      location_id: locationId,
      stocked_quantity: stock,
    })
  )
  return {
    id: product.id,
    title,
    variantId: variant.id,
    inventoryItemId,
    locationId,
  }
}
