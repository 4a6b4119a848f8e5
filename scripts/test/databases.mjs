import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { startPostgres } from "../lib/postgres.mjs"

/**
 * @param {string} url
 * @param {(client: import("@medusajs/framework/pg").Client) => Promise<unknown>} use
 */
async function connected(url, use) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** @param {string} url @param {string} name */
export function databaseUrl(url, name) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** @param {string} url @param {string} sql @param {unknown[]} [values] */
export async function query(url, sql, values) {
  return connected(
    url,
    async (client) => (await client.query(sql, values)).rows
  )
}

/** Throwaway data needs no crash safety; specs that kill PostgreSQL itself would have to turn it on again. */
const FAST = [
  "ALTER SYSTEM SET fsync = off",
  "ALTER SYSTEM SET synchronous_commit = off",
  "ALTER SYSTEM SET full_page_writes = off",
  "SELECT pg_reload_conf()",
]

/**
 * A throwaway PostgreSQL in `folder`.
 * @param {{ root: string, folder: string, log: (line: string) => void }} options
 */
export async function startThrowawayPostgres({ root, folder, log }) {
  const dataDir = path.join(folder, "postgres")
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o755)
  const postgres = await startPostgres({ root, dataDir, port: 54400, log })
  const url = databaseUrl(postgres.url, "postgres")
  await connected(url, async (client) => {
    for (const sql of FAST) await client.query(sql)
  })
  return {
    url,
    stop: async () => {
      await postgres.stop()
      const note = path.join(dataDir, "moved-to")
      if (existsSync(note)) {
        rmSync(readFileSync(note, "utf8").trim(), { recursive: true })
      }
    },
  }
}
