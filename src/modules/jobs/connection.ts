import { configManager } from "@medusajs/framework/config"
import { Pool, type PoolConfig } from "@medusajs/framework/pg"
import type { SharedOptions } from "graphile-worker"

const CONNECT_TIMEOUT = 3000

/** How to reach the store's database, with the same settings as Medusa's own connections. */
export function connectionConfig(): PoolConfig {
  const { databaseUrl, databaseSchema, databaseDriverOptions } =
    configManager.config.projectConfig
  const driver = (databaseDriverOptions ?? {}) as {
    ssl?: PoolConfig["ssl"]
    connection?: { ssl?: PoolConfig["ssl"] }
  }
  return {
    connectionString: databaseUrl,
    ssl: driver.ssl ?? driver.connection?.ssl ?? false,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    ...(databaseSchema && databaseSchema !== "public"
      ? { options: `-c search_path=${databaseSchema}` }
      : {}),
  }
}

/** @param onIdleError - told when an unused connection breaks, which would otherwise end the process */
export function createPool(
  max: number,
  onIdleError: (error: Error) => void
): Pool {
  const pool = new Pool({ ...connectionConfig(), max })
  pool.on("error", onIdleError)
  return pool
}

/** The same pool: graphile-worker's type is of a newer release than Medusa's. */
export const workerPool = (pool: Pool) =>
  pool as unknown as NonNullable<SharedOptions["pgPool"]>
