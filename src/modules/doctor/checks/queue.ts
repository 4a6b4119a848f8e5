import { type Finding, ok, type StoreCheck, warning } from "../finding"

const LATE_SECONDS = 300

type Queue = { workers: number; dead: number; late_seconds: number | null }

/** Workers hold an advisory lock each while they live. */
const QUEUE = `
  select
    (select count(*)::int from pg_locks
      where locktype = 'advisory' and granted and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and classid::bigint = hashtext('commerce_suite:worker')::bigint & 4294967295) as workers,
    (select count(*)::int from graphile_worker.jobs
      where attempts >= max_attempts and locked_at is null) as dead,
    (select extract(epoch from now() - min(run_at))::int from graphile_worker.jobs
      where attempts < max_attempts and locked_at is null and run_at <= now()) as late_seconds`

function judge({ workers, dead, late_seconds }: Queue): Finding {
  const late = late_seconds ?? 0
  if (workers === 0) {
    return warning(
      `no worker runs; the oldest job waits for ${late} s`,
      "start the store, with MEDUSA_WORKER_MODE shared or worker in at least one process"
    )
  }
  if (late > LATE_SECONDS) {
    return warning(
      `the oldest job that is due waits for ${late} s`,
      "raise JOBS_CONCURRENCY, or look at the admin's page Jobs for what holds the workers"
    )
  }
  return dead > 0
    ? warning(
        `${dead} jobs are dead`,
        "read their errors on the admin's page Jobs, mend the cause and retry them"
      )
    : ok(`${workers} workers, oldest due job ${late} s`)
}

export const queue: StoreCheck = {
  name: "queue",
  examine: async ({ suite }, sql) => {
    if (suite.jobs === false) {
      return warning(
        "the feature jobs is off: nothing that must happen after an order happens",
        "remove jobs from SUITE_FEATURES_OFF (option jobs)"
      )
    }
    const [schema] = await sql<{ exists: boolean }>(
      "select to_regclass('graphile_worker.jobs') is not null as exists"
    )
    if (!schema?.exists) {
      return warning(
        "the queue's tables are missing",
        "start the store once: it creates them"
      )
    }
    const [row] = await sql<Queue>(QUEUE)
    return judge(row ?? { workers: 0, dead: 0, late_seconds: null })
  },
}
