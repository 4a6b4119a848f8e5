import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { addJob, type SqlExecutor } from "../../utils/add-job"
import { FACT_NAMES, type FactName } from "../../utils/facts"
import { onConnection } from "../../utils/in-transaction"
import { type Claim, factId, missedSql, recordSql } from "./truth-sql"

/** What one look for missed facts of a kind takes at most; the next minute takes the rest. */
const SWEEP_LIMIT = 500
const DAY_MS = 24 * 60 * 60 * 1000

type Recorded = { order_id: string; occurred_at: Date }
type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: unknown }

/** Turns what the store's tables say into facts, each recorded once, and hands them out as jobs. */
export default class FactsModuleService {
  readonly #connection: unknown

  constructor(dependencies: Dependencies) {
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /**
   * Records a fact if it is true now, with a job for each consumer in the same transaction.
   * A claim that is not true yet is dropped: what makes it true claims it again.
   *
   * @param claim - what may have become true
   * @param consumers - names of tasks
   * @returns whether it was recorded now
   * @example await facts.recordFact({ name: "order.placed", subject_id: order.id }, ["loyalty-reward"])
   */
  async recordFact(claim: Claim, consumers: string[]): Promise<boolean> {
    return onConnection(this.#connection, async (transaction) => {
      const { sql, values } = recordSql(claim)
      const [fact] = (await transaction.execute(sql, values)) as Recorded[]
      if (!fact) {
        return false
      }
      for (const consumer of consumers) {
        await handOut(transaction, consumer, claim, fact)
      }
      return true
    })
  }

  /**
   * Has everything checked that is true and was missed: a trigger failed or was not there.
   *
   * @returns how many checks were added
   */
  async sweepFacts(lookBackDays: number, now: Date): Promise<number> {
    const since = new Date(now.getTime() - lookBackDays * DAY_MS)
    let found = 0
    for (const name of FACT_NAMES) {
      found += await onConnection(this.#connection, (transaction) =>
        sweepKind(transaction, name, since)
      )
    }
    return found
  }
}

async function sweepKind(sql: SqlExecutor, name: FactName, since: Date) {
  const query = missedSql(name, since, SWEEP_LIMIT)
  const missed = (await sql.execute(query.sql, query.values)) as {
    subject_id: string
  }[]
  for (const { subject_id } of missed) {
    await addJob(
      sql,
      "facts-check",
      { name, subject_id },
      { key: `fact:${name}:${subject_id}` }
    )
  }
  return missed.length
}

async function handOut(
  sql: SqlExecutor,
  consumer: string,
  { name, subject_id }: Claim,
  { order_id, occurred_at }: Recorded
) {
  const fact_id = factId(name, subject_id)
  const payload = {
    fact_id,
    name,
    order_id,
    subject_id,
    occurred_at: occurred_at.toISOString(),
  }
  await addJob(sql, consumer, payload, { key: `${fact_id}:${consumer}` })
}
