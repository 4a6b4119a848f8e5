import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"

/** What one line wants of one inventory item at one location. */
export type Wanted = {
  inventory_item_id: string
  location_id: string
  quantity: BigNumberInput
  allow_backorder?: boolean
}

type Context = { transactionManager?: SqlExecutor }

/** The method of Medusa's Inventory Module that stands between a wish and its reservation. */
export type StockKeeper = {
  ensureInventoryLevels?: (
    wanted: Wanted[],
    options: { validateQuantityAtLocation?: boolean } | undefined,
    context: Context
  ) => Promise<unknown>
}

const guarded = new WeakSet<StockKeeper>()

const levelOf = ({ inventory_item_id, location_id }: Wanted) =>
  `${inventory_item_id}\n${location_id}`

/**
 * Lets each line ask for what all lines together want of the same stock: alone each of
 * two lines would find the one unit that is left. Lines that may be backordered take none.
 */
export function sumPerLevel<T extends Wanted>(wanted: T[]): T[] {
  const sums = new Map<string, BigNumberInput>()
  for (const line of wanted.filter(({ allow_backorder }) => !allow_backorder)) {
    const sum = sums.get(levelOf(line)) ?? 0
    sums.set(levelOf(line), MathBN.add(sum, line.quantity))
  }
  return wanted.map((line) =>
    line.allow_backorder
      ? line
      : { ...line, quantity: sums.get(levelOf(line)) ?? line.quantity }
  )
}

/** Whoever reserves of the same stock waits here, on any instance, whether it holds Medusa's lock or not. */
async function lockLevels(wanted: Wanted[], sql: SqlExecutor | undefined) {
  const pairs = wanted.map(() => "(?, ?)").join(", ")
  if (!sql || !pairs) {
    return
  }
  await sql.execute(
    `select id from inventory_level
      where (inventory_item_id, location_id) in (${pairs})
      order by id for update`,
    wanted.flatMap((line) => [line.inventory_item_id, line.location_id])
  )
}

/**
 * Makes Medusa's own check, in its own transaction and words, see the sum of a call's lines,
 * and makes check and reservation one act. Covers the storefront, webhooks and the admin alike.
 *
 * @returns false when this Medusa has no such check
 */
export function guardStock(inventory: StockKeeper): boolean {
  const check = inventory.ensureInventoryLevels
  if (!check) {
    return false
  }
  if (guarded.has(inventory)) {
    return true
  }
  guarded.add(inventory)
  inventory.ensureInventoryLevels = async (wanted, options, context) => {
    if (!options?.validateQuantityAtLocation) {
      return check.call(inventory, wanted, options, context)
    }
    await lockLevels(wanted, context.transactionManager)
    return check.call(inventory, sumPerLevel(wanted), options, context)
  }
  return true
}
