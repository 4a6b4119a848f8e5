import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { StockDrift } from "../../../modules/reconciliation/candidates-sql"
import { inTransaction } from "../../../utils/in-transaction"

/** A statement of its own: the sum is read once nobody else can change it. */
const LOCK = `select id from inventory_level where id = ? for update`

const REPAIR = `
  with promise as (
    select coalesce(sum(quantity), 0) as promised from reservation_item
    where inventory_item_id = ? and location_id = ? and deleted_at is null
  )
  update inventory_level set reserved_quantity = promise.promised,
    raw_reserved_quantity = jsonb_build_object('value', promise.promised::text, 'precision', 20),
    updated_at = now()
  from promise
  where inventory_level.id = ? and inventory_level.reserved_quantity <> promise.promised
  returning inventory_level.id`

/**
 * Sets what a stock level says is reserved to the sum of its reservations, under the lock that
 * Medusa reserves under. Not undone: it is true.
 * @returns whether it was different still
 */
export const repairStockDriftStep = createStep(
  "repair-stock-drift",
  async ({ id, inventory_item_id, location_id }: StockDrift, { container }) => {
    const repaired = await container
      .resolve(Modules.LOCKING)
      .execute([inventory_item_id], () =>
        inTransaction(container, async (sql) => {
          await sql.execute(LOCK, [id])
          return sql.execute(REPAIR, [inventory_item_id, location_id, id])
        })
      )
    return new StepResponse((repaired as unknown[]).length > 0)
  }
)
