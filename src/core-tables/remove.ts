import type { PoolClient } from "@medusajs/framework/pg"
import { LIVE_WORKERS_SQL } from "../modules/jobs/worker-presence"
import { CORE_TABLE_OBJECTS } from "."
import { SUITE_SCHEMA } from "./ensure"
import { END_EMAIL_FACTORS } from "./two-factor"

const QUEUE_SCHEMA = "graphile_worker"

/** How many workers of the suite are alive, on any instance. */
export async function countWorkers(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ workers: number }>(LIVE_WORKERS_SQL)
  return rows[0]?.workers ?? 0
}

/**
 * Takes everything off Medusa's tables, and the queue with it. The suite's own tables stay.
 *
 * @param tasks - names of the suite's and the host's tasks; a queue that has jobs of others is kept
 * @returns what was done, line by line
 */
export async function removeCoreTableObjects(
  client: PoolClient,
  tasks: string[]
): Promise<string[]> {
  const lines: string[] = []
  for (const { name, remove } of [...CORE_TABLE_OBJECTS].reverse()) {
    await client.query(remove)
    lines.push(`removed ${name}`)
  }
  const { rowCount } = await client.query(END_EMAIL_FACTORS)
  lines.push(`switched off ${rowCount ?? 0} second factor(s) by e-mail`)
  await client.query(`drop schema if exists ${SUITE_SCHEMA} cascade`)
  lines.push(`removed schema ${SUITE_SCHEMA}`)
  lines.push(await removeQueue(client, tasks))
  return lines
}

async function removeQueue(client: PoolClient, tasks: string[]) {
  const { rows } = await client.query<{ found: string | null }>(
    `select to_regclass('${QUEUE_SCHEMA}._private_jobs') as found`
  )
  if (!rows[0]?.found) {
    return `no schema ${QUEUE_SCHEMA}`
  }
  const others = await tasksOfOthers(client, tasks)
  if (others.length === 0) {
    await client.query(`drop schema ${QUEUE_SCHEMA} cascade`)
    return `removed schema ${QUEUE_SCHEMA}`
  }
  const { rowCount } = await client.query(
    `delete from ${QUEUE_SCHEMA}._private_jobs where task_id in (
       select id from ${QUEUE_SCHEMA}._private_tasks where identifier = any($1))`,
    [tasks]
  )
  return `removed ${rowCount} job(s); schema ${QUEUE_SCHEMA} stays, it has jobs of ${others.join(", ")}`
}

async function tasksOfOthers(client: PoolClient, tasks: string[]) {
  const { rows } = await client.query<{ task: string }>(
    `select distinct task_identifier as task from ${QUEUE_SCHEMA}.jobs
     where task_identifier <> all($1) order by 1`,
    [tasks]
  )
  return rows.map(({ task }) => task)
}
