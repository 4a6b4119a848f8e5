import { randomUUID } from "node:crypto"
import { Client } from "@medusajs/framework/pg"
import { postgresUrl, templateDatabase } from "./environment"

export async function query<Row>(
  url: string,
  sql: string,
  values: unknown[] = []
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(sql, values)
    return rows as Row[]
  } finally {
    await client.end()
  }
}

export type Database = { url: string; drop: () => Promise<void> }

async function createDatabase(clause: string): Promise<Database> {
  const name = `suite_${randomUUID().replaceAll("-", "")}`
  await query(postgresUrl(), `CREATE DATABASE ${name} ${clause}`)
  const url = new URL(postgresUrl())
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await query(postgresUrl(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** A database without any table. */
export const emptyDatabase = () => createDatabase("")

/** A migrated and seeded store of its own, copied in about a second. */
export const seededDatabase = () =>
  createDatabase(`TEMPLATE ${templateDatabase()}`)
