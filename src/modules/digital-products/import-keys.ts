import { generateEntityId } from "@medusajs/framework/utils"
import type { AdminImportLicenceKeysResponse } from "../../types/digital-products"
import type { SqlExecutor } from "../../utils/add-job"
import { LOCK_PRODUCTS, TAKE_KEY, WAITING_GRANTS } from "./grants-sql"
import { keepKey } from "./licence-keys"
import { noteFalls } from "./low-pool"

const INSERT_KEYS = `
  insert into licence_key (id, digital_product_id, sealed, hmac, hint)
  select key.id, ?, key.sealed, key.hmac, key.hint
  from json_to_recordset(?::json) as key(id text, sealed text, hmac text, hint text)
  on conflict (digital_product_id, hmac) do nothing returning id`

type Import = { digital_product_id: string; keys: string[]; secret: string }

/** Fills a pool, and first those who wait for a key. A key that is known changes nothing. */
export async function importKeys(
  sql: SqlExecutor,
  { digital_product_id, keys, secret }: Import
): Promise<AdminImportLicenceKeysResponse> {
  const [product] = (await sql.execute(LOCK_PRODUCTS, [
    JSON.stringify([digital_product_id]),
  ])) as { key_mode: string }[]
  const rows = keys.map((key) => ({
    id: generateEntityId(undefined, "lickey"),
    ...keepKey(key, secret),
  }))
  const imported = (await sql.execute(INSERT_KEYS, [
    digital_product_id,
    JSON.stringify(rows),
  ])) as unknown[]
  const filled =
    product?.key_mode === "pool"
      ? await fillWaiting(sql, digital_product_id)
      : 0
  const takings = Array.from({ length: filled }, () => ({
    ...{ digital_product_id, hasKey: true },
  }))
  await noteFalls(sql, takings, new Date())
  const repeated = keys.length - imported.length
  return { imported: imported.length, repeated, filled }
}

const FILL_STEP = 5000

async function fillWaiting(sql: SqlExecutor, productId: string) {
  const waiting = (await sql.execute(WAITING_GRANTS, [
    productId,
    FILL_STEP,
  ])) as { id: string }[]
  for (const [index, { id }] of waiting.entries()) {
    const taken = (await sql.execute(TAKE_KEY, [id, productId])) as unknown[]
    if (taken.length === 0) {
      return index
    }
  }
  return waiting.length
}
