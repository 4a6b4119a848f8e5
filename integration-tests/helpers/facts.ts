import { query } from "./database"
import { waitFor } from "./wait-for"

/**
 * A host's consumer of all facts. Its effect has no unique constraint, so that one that
 * happened twice would show; it lingers on both sides of its commit, so that kills meet it.
 * The first time that an order is canceled it dies between its commit and the queue's.
 */
export const consumerTask = (kit: string) => `
const { setTimeout: sleep } = require("node:timers/promises")
const { defineTask, FACT_NAMES, factPayload, inTransaction, once } = require("${kit}")
exports.default = defineTask({
  name: "spec-consume",
  facts: [...FACT_NAMES],
  payload: factPayload,
  run: async (fact, { container, job }) => {
    await container.resolve("__pg_connection__")("spec_attempt").insert({ fact_id: fact.fact_id, attempt: job.attempt })
    await inTransaction(container, (sql) =>
      once(sql, fact, "spec-consume", async () => {
        await sql.execute("insert into spec_effect (name, order_id, subject_id) values (?, ?, ?)", [fact.name, fact.order_id, fact.subject_id])
        await sleep(Math.random() * 300)
      })
    )
    if (fact.name === "order.canceled" && job.attempt === 1) process.kill(process.pid, "SIGKILL")
    await sleep(Math.random() * 300)
  },
})
`

export const createEffects = (databaseUrl: string) =>
  query(
    databaseUrl,
    `create table spec_effect (name text, order_id text, subject_id text, at timestamptz default now());
     create table spec_attempt (fact_id text, attempt int)`
  )

export type Effect = { name: string; order_id: string; subject_id: string }

export const effectsOf = (databaseUrl: string, orderId: string) =>
  query<Effect>(
    databaseUrl,
    "select name, order_id, subject_id from spec_effect where order_id = $1 order by at",
    [orderId]
  )

/** The attempts that were made to give a fact its effect, oldest first. */
export async function attemptsOf(databaseUrl: string, factId: string) {
  const rows = await query<{ attempt: number }>(
    databaseUrl,
    "select attempt from spec_attempt where fact_id = $1 order by attempt",
    [factId]
  )
  return rows.map(({ attempt }) => attempt)
}

/** What the queue still has to do about facts; a tick of the sweep is none of it. */
export async function untilQuiet(databaseUrl: string, timeoutMs: number) {
  const busy = () =>
    query(
      databaseUrl,
      `select from graphile_worker.jobs where task_identifier in ('facts-check', 'spec-consume') limit 1`
    )
  await waitFor(async () => (await busy()).length === 0, {
    what: "the queue to be done with all facts",
    timeoutMs,
    intervalMs: 500,
  })
}
