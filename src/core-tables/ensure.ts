import { createHash } from "node:crypto"
import type { Pool, PoolClient } from "@medusajs/framework/pg"
import type { CoreTableObject } from "./core-table-objects"

/** Functions of the suite live here; so does the record of what was ensured. */
export const SUITE_SCHEMA = "commerce_suite"

/** Whoever holds it may change the schema: of many instances that start at once, one at a time. */
const LOCK = "hashtextextended('commerce_suite:ensure', 0)"
/** Rather try again in a minute than stop the shop behind a long query. */
const LOCK_TIMEOUT = "3s"

/** An object that could not be ensured now, and why. */
export type PendingObject = { name: string; reason: string }

type Wanted = {
  objects: CoreTableObject[]
  isOff: (object: CoreTableObject) => boolean
}

/** Runs work under the suite's schema lock, on one connection. */
export async function withSchemaLock<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    try {
      return await work(client)
    } finally {
      await client.query(`select pg_advisory_unlock(${LOCK})`)
    }
  } finally {
    client.release()
  }
}

/**
 * Puts the suite's triggers, functions and indexes in place, and takes away those of features
 * that are off. What stands unchanged is not touched: creating a trigger anew locks its table.
 *
 * @returns what has to wait: its table is busy, or rows stand against it
 */
export async function ensureCoreTableObjects(
  client: PoolClient,
  { objects, isOff }: Wanted
): Promise<PendingObject[]> {
  if (objects.every(isOff) && !(await hasSchema(client))) {
    return []
  }
  await client.query(`create schema if not exists ${SUITE_SCHEMA}`)
  await client.query(
    `create table if not exists ${SUITE_SCHEMA}.core_table_object (
       name text primary key, fingerprint text not null, ensured_at timestamptz not null default now())`
  )
  const pending: PendingObject[] = []
  for (const object of objects) {
    const reason = isOff(object)
      ? await removeObject(client, object)
      : await ensureObject(client, object)
    if (reason) {
      pending.push({ name: object.name, reason })
    }
  }
  return pending
}

/** A store from which the suite was removed stays without a trace while all is off. */
async function hasSchema(client: PoolClient): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from pg_namespace where nspname = $1",
    [SUITE_SCHEMA]
  )
  return rowCount === 1
}

async function ensureObject(
  client: PoolClient,
  object: CoreTableObject
): Promise<string | undefined> {
  const fingerprint = createHash("sha256").update(object.create).digest("hex")
  if (await isInPlace(client, object, fingerprint)) {
    return undefined
  }
  const obstacle = await findObstacle(client, object)
  if (obstacle) {
    return obstacle
  }
  return inTransaction(client, async () => {
    await client.query(object.create)
    await client.query(
      `insert into ${SUITE_SCHEMA}.core_table_object (name, fingerprint) values ($1, $2)
       on conflict (name) do update set fingerprint = excluded.fingerprint, ensured_at = now()`,
      [object.name, fingerprint]
    )
  })
}

async function removeObject(client: PoolClient, object: CoreTableObject) {
  const { rowCount } = await client.query(
    `select from ${SUITE_SCHEMA}.core_table_object where name = $1`,
    [object.name]
  )
  if (!rowCount) {
    return undefined
  }
  return inTransaction(client, async () => {
    await client.query(object.remove)
    await client.query(
      `delete from ${SUITE_SCHEMA}.core_table_object where name = $1`,
      [object.name]
    )
  })
}

/** The record says so and so does the catalogue: a dump restored in part, or a table made anew, lacks it. */
async function isInPlace(
  client: PoolClient,
  { name, create }: CoreTableObject,
  fingerprint: string
): Promise<boolean> {
  const { rows } = await client.query<{ in_place: boolean }>(
    `select exists (select from ${SUITE_SCHEMA}.core_table_object where name = $1 and fingerprint = $2)
       and not exists (select from unnest($3::text[]) trigger_name
         where not exists (select from pg_trigger where tgname = trigger_name and not tgisinternal))
       and not exists (select from unnest($4::text[]) index_name
         where not exists (select from pg_class where relname = index_name and relkind = 'i'))
       as in_place`,
    [name, fingerprint, triggersOf(create), indexesOf(create)]
  )
  return rows[0]?.in_place ?? false
}

const namesIn = (sql: string, pattern: RegExp) =>
  [...sql.matchAll(pattern)].map(([, name]) => name ?? "")

const triggersOf = (sql: string) =>
  namesIn(sql, /create\s+(?:or\s+replace\s+)?trigger\s+"?(\w+)"?/gi)

const indexesOf = (sql: string) =>
  namesIn(
    sql,
    /create\s+(?:unique\s+)?index\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/gi
  )

async function findObstacle(
  client: PoolClient,
  { obstacles }: CoreTableObject
): Promise<string | undefined> {
  if (!obstacles) {
    return undefined
  }
  const { rows } = await client.query<Record<string, unknown>>(obstacles)
  return rows.length
    ? `rows stand against it: ${JSON.stringify(rows.slice(0, 10))}`
    : undefined
}

/** @returns why it did not happen, or nothing */
async function inTransaction(
  client: PoolClient,
  work: () => Promise<void>
): Promise<string | undefined> {
  try {
    await client.query("begin")
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
    await work()
    await client.query("commit")
    return undefined
  } catch (error) {
    await client.query("rollback")
    return (error as Error).message
  }
}
