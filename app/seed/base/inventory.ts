import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createInventoryItemsWorkflow,
  createInventoryLevelsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { StockedProduct } from "./products"
import type { Warehouse } from "./warehouse"

type Stock = { sku: string; stock: number; title: string; weight?: number }

const stockOf = (products: StockedProduct[]): Stock[] =>
  products.flatMap(({ title, variants, weight }) =>
    variants.map(({ sku, stock }) => ({
      sku,
      stock,
      title,
      weight: weight ?? undefined,
    }))
  )

/** Inventory items by sku, each with its level in the warehouse; those of a killed run are taken up again. */
export async function ensureInventory(
  container: MedusaContainer,
  { locationId }: Warehouse,
  products: StockedProduct[]
): Promise<Map<string, string>> {
  const wanted = stockOf(products)
  const known = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems(
      { sku: wanted.map(({ sku }) => sku) },
      { take: wanted.length }
    )
  const idBySku = new Map(known.map(({ sku, id }) => [sku ?? "", id]))
  await ensureLevels(container, locationId, wanted, idBySku)
  const missing = wanted.filter(({ sku }) => !idBySku.has(sku))
  const { result } = await createInventoryItemsWorkflow(container).run({
    input: {
      items: missing.map(({ stock, ...item }) => ({
        ...item,
        location_levels: [{ location_id: locationId, stocked_quantity: stock }],
      })),
    },
  })
  result.forEach(({ sku, id }) => idBySku.set(sku ?? "", id))
  return idBySku
}

/** The items are made a moment before their levels, and a kill can fall between. */
async function ensureLevels(
  container: MedusaContainer,
  locationId: string,
  wanted: Stock[],
  idBySku: Map<string, string>
): Promise<void> {
  const ids = [...idBySku.values()]
  if (ids.length === 0) {
    return
  }
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { inventory_item_id: ids, location_id: [locationId] },
      { take: ids.length }
    )
  const stocked = new Set(levels.map((level) => level.inventory_item_id))
  const inventory_levels = wanted.flatMap(({ sku, stock }) => {
    const id = idBySku.get(sku)
    return id && !stocked.has(id)
      ? [
          {
            inventory_item_id: id,
            location_id: locationId,
            stocked_quantity: stock,
          },
        ]
      : []
  })
  await createInventoryLevelsWorkflow(container).run({
    input: { inventory_levels },
  })
}
