import type { Pool, PoolClient } from "@medusajs/framework/pg"
import { generateEntityId } from "@medusajs/framework/utils"
import { addJob, type SqlExecutor } from "../../utils/add-job"

/** A webhook that may be trusted so far, ready to be stored. */
export type ReceivedWebhook = {
  provider_id: string
  verified: boolean
  event_id: string | null
  event_type: string | null
  occurred_at: Date | null
  sha256: string
  headers: Record<string, string>
  /** Sealed. */
  body: string
}

const INSERT = `
  insert into payment_webhook
    (id, provider_id, verified, event_id, event_type, occurred_at, sha256, headers, body, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())
  on conflict do nothing`

/** The job's name and key: while it waits, asking for it again adds none. */
export const PROCESS_TASK = "payment-webhooks-process"
export const processJobKey = (id: string) => `${PROCESS_TASK}:${id}`

/**
 * Stores a webhook together with the job that works it off, on a connection apart from
 * Medusa's, so that a gateway never waits for the shop's own queries.
 *
 * @returns its id, or nothing when it was stored before
 */
export async function insertWebhook(
  pool: Pool,
  webhook: ReceivedWebhook
): Promise<string | undefined> {
  const client = await pool.connect()
  try {
    const id = await insertInTransaction(client, webhook)
    client.release()
    return id
  } catch (error) {
    // Ends the connection, and with it the transaction, whatever state both are in.
    client.release(error as Error)
    throw error
  }
}

async function insertInTransaction(client: PoolClient, row: ReceivedWebhook) {
  const id = generateEntityId(undefined, "pwh")
  await client.query("begin")
  const { rowCount } = await client.query(INSERT, [
    ...[id, row.provider_id, row.verified, row.event_id, row.event_type],
    ...[row.occurred_at, row.sha256, JSON.stringify(row.headers), row.body],
  ])
  if (rowCount === 1) {
    const job = { key: processJobKey(id) }
    await addJob(executorOf(client), PROCESS_TASK, { id }, job)
  }
  await client.query("commit")
  return rowCount === 1 ? id : undefined
}

/** `pg` numbers its values, where MikroORM takes `?`. */
function executorOf(client: PoolClient): SqlExecutor {
  return {
    execute: (sql, values) => {
      let number = 0
      return client.query(
        sql.replace(/\?/g, () => `$${(number += 1)}`),
        values
      )
    },
  }
}
