import type {
  CreateProductWorkflowInputDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import {
  createProductsWorkflow,
  deleteProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { find } from "./find"
import { ensureInventory } from "./inventory"
import type { Warehouse } from "./warehouse"

type Variant = NonNullable<CreateProductWorkflowInputDTO["variants"]>[number]

/** What Medusa takes for a product, and how many units of each variant lie in the warehouse. */
export type StockedProduct = Omit<CreateProductWorkflowInputDTO, "variants"> & {
  /** Says where the product comes from; by it a second run knows the first one's work. */
  external_id: string
  variants: (Variant & { sku: string; stock: number })[]
}

type Existing = {
  id: string
  external_id: string
  variants: { price_set?: { id: string } | null }[]
}

/**
 * Those of the products that the store does not have. What a killed run left torn is deleted and counts as missing:
 * prices are the last thing that `createProductsWorkflow` attaches, so a product without any was never finished.
 */
export async function findMissing<P extends StockedProduct>(
  container: MedusaContainer,
  products: P[]
): Promise<P[]> {
  const existing = await find<Existing>(
    container,
    "product",
    ["id", "external_id", "variants.id", "variants.price_set.id"],
    { external_id: products.map(({ external_id }) => external_id) }
  )
  const torn = existing.filter(({ variants }) =>
    variants.every(({ price_set }) => !price_set)
  )
  if (torn.length > 0) {
    await deleteProductsWorkflow(container).run({
      input: { ids: torn.map(({ id }) => id) },
    })
  }
  const whole = new Set(
    existing
      .filter((product) => !torn.includes(product))
      .map(({ external_id }) => external_id)
  )
  return products.filter(({ external_id }) => !whole.has(external_id))
}

/** Creates the products in one go, their stock first: a product that exists can be bought. */
export async function createStockedProducts(
  container: MedusaContainer,
  warehouse: Warehouse,
  products: StockedProduct[]
): Promise<void> {
  if (products.length === 0) {
    return
  }
  const itemIds = await ensureInventory(container, warehouse, products)
  const { salesChannelId, shippingProfileId } = warehouse
  await createProductsWorkflow(container).run({
    input: {
      products: products.map(({ variants, ...product }) => ({
        ...product,
        sales_channels: [{ id: salesChannelId }],
        shipping_profile_id: shippingProfileId,
        variants: variants.map(({ stock: _, ...variant }) => ({
          ...variant,
          manage_inventory: true,
          allow_backorder: false,
          inventory_items: [
            { inventory_item_id: itemIds.get(variant.sku) ?? "" },
          ],
        })),
      })),
    },
  })
}
