import { addJob, type SqlExecutor } from "../../utils/add-job"
import type { GrantedUnit } from "./grant-units"

/**
 * Pools that have fallen to their threshold with the keys that were taken now: above it before, or never told of. No
 * more rows are counted than tell.
 */
const NOTE_FALLS = `
  with pool as (
    select product.id, taken.count as taken, (
      select count(*) from (
        select from licence_key key
        where key.digital_product_id = product.id and key.grant_id is null and key.deleted_at is null
        limit product.low_pool_threshold + taken.count + 1) free) as free
    from json_to_recordset(?::json) as taken(id text, count int)
    join digital_product product on product.id = taken.id and product.key_mode = 'pool'
  )
  update digital_product product set low_pool_at = ?::timestamptz, updated_at = now()
  from pool
  where product.id = pool.id and pool.free <= product.low_pool_threshold
    and (product.low_pool_at is null or pool.free + pool.taken > product.low_pool_threshold)
  returning product.id`

type Taking = Pick<GrantedUnit, "digital_product_id"> & { hasKey: boolean }

/**
 * Has the merchant told of pools that have fallen low, once per fall: whoever takes a key holds its product's row, so
 * of many at once just one sees the pool fall.
 */
export async function noteFalls(
  sql: SqlExecutor,
  takings: Taking[],
  now: Date
): Promise<void> {
  const taken = new Map<string, number>()
  for (const { digital_product_id: id, hasKey } of takings) {
    taken.set(id, (taken.get(id) ?? 0) + (hasKey ? 1 : 0))
  }
  const pools = [...taken].map(([id, count]) => ({ id, count }))
  if (pools.length === 0) {
    return
  }
  const at = now.toISOString()
  const fallen = (await sql.execute(NOTE_FALLS, [
    ...[JSON.stringify(pools), at],
  ])) as { id: string }[]
  for (const { id } of fallen) {
    await addJob(sql, "digital-products-warn", {
      ...{ digital_product_id: id, since: at },
    })
  }
}
