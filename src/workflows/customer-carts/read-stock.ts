import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Stock, StockNeed } from "./plan-lines"

type Link = {
  variant_id: string
  inventory_item_id: string
  required_quantity: number
  inventory?: { location_levels?: (Level | null)[] } | null
}
type Level = { location_id: string; available_quantity: number }

const FIELDS = [
  ...["variant_id", "inventory_item_id", "required_quantity"],
  ...["inventory.*", "inventory.location_levels.*"],
]

/**
 * What units of variants take out of the stock, and what a sales channel has left of it. Medusa's own count is per
 * variant, and of two variants that share an inventory item it promises the same units twice.
 */
export async function readStock(
  container: MedusaContainer,
  of: { variant_ids: string[]; sales_channel_id: string | null }
): Promise<{ needs: Map<string, StockNeed[]>; stock: Stock }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant_inventory_items",
    fields: FIELDS,
    filters: { variant_id: of.variant_ids },
  })
  const { data: places } = await query.graph({
    entity: "sales_channel_locations",
    fields: ["stock_location_id"],
    filters: { sales_channel_id: of.sales_channel_id ?? "" },
  })
  const sellsFrom = new Set(
    places.map(({ stock_location_id }) => stock_location_id)
  )
  const needs = new Map<string, StockNeed[]>()
  const stock = new Map<string, number>()
  for (const link of data as unknown as Link[]) {
    const units = Math.max(1, link.required_quantity)
    const others = needs.get(link.variant_id) ?? []
    const need = { item_id: link.inventory_item_id, units }
    needs.set(link.variant_id, [...others, need])
    stock.set(link.inventory_item_id, leftOf(link, sellsFrom))
  }
  return { needs, stock }
}

const leftOf = ({ inventory }: Link, sellsFrom: ReadonlySet<string>) =>
  (inventory?.location_levels ?? []).reduce(
    (sum, level) =>
      level && sellsFrom.has(level.location_id)
        ? sum + Number(level.available_quantity)
        : sum,
    0
  )
