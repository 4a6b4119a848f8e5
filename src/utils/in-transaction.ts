import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SqlExecutor } from "./add-job"

type KnexTransaction = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

type Knex = {
  transaction: <Result>(
    work: (transaction: KnexTransaction) => Promise<Result>
  ) => Promise<Result>
}

/**
 * Runs SQL, with `?` for its values, in one transaction on Medusa's connections.
 * `execute` returns the rows.
 */
export function inTransaction<Result>(
  container: Pick<MedusaContainer, "resolve">,
  work: (sql: SqlExecutor) => Promise<Result>
): Promise<Result> {
  return onConnection(
    container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    work
  )
}

/** The same for a module's service, which gets the connection as a dependency. */
export function onConnection<Result>(
  connection: unknown,
  work: (sql: SqlExecutor) => Promise<Result>
): Promise<Result> {
  return (connection as Knex).transaction((transaction) =>
    work({
      execute: async (sql, values = []) =>
        (await transaction.raw(sql, values)).rows,
    })
  )
}
