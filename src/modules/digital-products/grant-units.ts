import { generateEntityId } from "@medusajs/framework/utils"
import { addJob, type SqlExecutor } from "../../utils/add-job"
import {
  ADD_KEY,
  INSERT_EVENTS,
  INSERT_GRANTS,
  LOCK_PRODUCTS,
  type NewGrant,
  TAKE_KEY,
} from "./grants-sql"
import { keepKey, newLicenceKey } from "./licence-keys"
import { noteFalls } from "./low-pool"

export type GrantedUnit = {
  id: string
  digital_product_id: string
  line_item_id: string
  unit: number
}

export type GrantEvent = {
  action: "granted" | "revoked" | "regranted"
  reason?: string | null
  actor_id?: string | null
}

/** Writes down what was done to grants. */
export async function noteEvents(
  sql: SqlExecutor,
  ids: string[],
  event: GrantEvent
): Promise<void> {
  const rows = ids.map((grant_id) => ({
    id: generateEntityId(undefined, "diggrev"),
    grant_id,
    reason: null,
    actor_id: null,
    ...event,
  }))
  if (rows.length > 0) {
    await sql.execute(INSERT_EVENTS, [JSON.stringify(rows)])
  }
}

type Granting = {
  units: Omit<NewGrant, "id">[]
  now: Date
  secret: string
  /** What it follows from: names the jobs that tell and deliver. */
  cause: string
}

/**
 * Grants units that are not granted yet, with their keys and with the jobs that tell the buyer, fulfil the lines and
 * warn the merchant of a pool that has fallen low: all of it or nothing.
 *
 * @returns those that were granted now, and how many of them found the pool empty
 */
export async function grantUnits(
  sql: SqlExecutor,
  { units, now, secret, cause }: Granting
): Promise<{ granted: GrantedUnit[]; without_key: number }> {
  const products = [...new Set(units.map((unit) => unit.digital_product_id))]
  const modes = new Map(
    (
      (await sql.execute(LOCK_PRODUCTS, [JSON.stringify(products)])) as {
        id: string
        key_mode: string
      }[]
    ).map(({ id, key_mode }) => [id, key_mode])
  )
  const rows = units.map((unit) => ({
    ...unit,
    id: generateEntityId(undefined, "diggrant"),
  }))
  const at = now.toISOString()
  const granted = (await sql.execute(INSERT_GRANTS, [
    ...[at, at, JSON.stringify(rows)],
  ])) as GrantedUnit[]
  const given: { digital_product_id: string; hasKey: boolean }[] = []
  for (const grant of granted) {
    const mode = modes.get(grant.digital_product_id) ?? "none"
    const hasKey = await giveKey(sql, grant, mode, secret)
    given.push({ digital_product_id: grant.digital_product_id, hasKey })
  }
  await noteFalls(sql, given, now)
  await noteEvents(
    sql,
    granted.map(({ id }) => id),
    { action: "granted", reason: cause }
  )
  const order_id = units[0]?.order_id
  if (granted.length > 0) {
    await addJob(sql, "digital-products-notify", { order_id, cause })
    await addJob(sql, "digital-products-fulfill", { order_id })
  }
  const without_key = given.filter(({ hasKey }) => !hasKey).length
  return { granted, without_key }
}

/** @returns whether the grant has what it should have */
async function giveKey(
  sql: SqlExecutor,
  { id, digital_product_id }: GrantedUnit,
  mode: string,
  secret: string
): Promise<boolean> {
  if (mode === "none") {
    return true
  }
  if (mode === "pool") {
    const taken = (await sql.execute(TAKE_KEY, [
      id,
      digital_product_id,
    ])) as unknown[]
    return taken.length > 0
  }
  const { sealed, hmac, hint } = keepKey(newLicenceKey(), secret)
  const added = (await sql.execute(ADD_KEY, [
    ...[generateEntityId(undefined, "lickey"), digital_product_id],
    ...[sealed, hmac, hint, id],
  ])) as unknown[]
  return added.length > 0
}
