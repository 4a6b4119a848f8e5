import type { SqlExecutor } from "./add-job"
import type { Fact } from "./facts"

/**
 * Gives a fact its effect exactly once, however often the job runs: the note that it was done
 * lies in the transaction of the effect, so both are there or neither is. Of two at once, the
 * second waits for the first.
 *
 * For an effect outside the database there is no such thing: send `<fact_id>:<task>` as the
 * other side's idempotency key instead.
 *
 * @param sql - the transaction that the effect is part of
 * @param fact - the task's payload
 * @param consumer - the task's name
 * @returns whether the work was done now; false when it had been done before
 * @example
 * await inTransaction(container, (sql) =>
 *   once(sql, fact, "loyalty-reward", () =>
 *     sql.execute("insert into reward (order_id, points) values (?, ?)", [fact.order_id, 10])
 *   )
 * )
 */
export async function once(
  sql: SqlExecutor,
  fact: Pick<Fact, "fact_id">,
  consumer: string,
  work: () => Promise<unknown>
): Promise<boolean> {
  const noted = (await sql.execute(
    `insert into fact_effect (fact_id, consumer) values (?, ?)
     on conflict do nothing returning fact_id`,
    [fact.fact_id, consumer]
  )) as unknown[]
  if (noted.length === 0) {
    return false
  }
  await work()
  return true
}
