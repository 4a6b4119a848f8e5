import { Failure } from "../../scripts/lib/failure.mjs"
import { query } from "../../scripts/test/databases.mjs"

const REQUESTS = 20

/** What the queue asks by the clock, requests or not: whether jobs are due, and which workers live. */
const BY_THE_CLOCK = "graphile_worker|pg_locks"

/**
 * What one request asks the database, transaction statements included, on average over some requests
 * sent one after another while nothing else runs but the queue's clock, which is left out.
 * @param {import("./bench.mjs").Bench} bench
 * @param {string} database
 * @param {import("./load.mjs").Target} target
 */
export async function countStatements({ postgresUrl }, database, target) {
  const ask = async () => {
    const { headers, server, path } = target
    const answer = await fetch(server.url + path, { headers })
    if (!answer.ok) throw new Failure(`${answer.status} from ${path}`)
    return answer.text()
  }
  await ask()
  await query(postgresUrl, "SELECT pg_stat_statements_reset()")
  for (let asked = 0; asked < REQUESTS; asked++) await ask()
  const [{ calls }] = await query(
    postgresUrl,
    `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
     JOIN pg_database ON pg_database.oid = dbid WHERE datname = '${database}'
       AND query !~ '${BY_THE_CLOCK}'`
  )
  return calls / REQUESTS
}
