import type { JobState } from "../../types/jobs"

export type JobFilters = {
  state?: JobState[]
  /** A part of the task's name. */
  q?: string
  limit: number
  offset: number
}

const STATE = `case
  when locked_at is not null then 'running'
  when attempts >= max_attempts then 'dead'
  when attempts > 0 then 'failing'
  else 'waiting' end`

/** graphile-worker's public view has no payloads, and neither has the answer. */
export function listJobsSql({ state, q, limit, offset }: JobFilters) {
  const sql = `
    with job as (
      select * from (select *, ${STATE} as state from graphile_worker.jobs) job
      where ($1::text[] is null or state = any($1))
        and ($2::text is null or strpos(task_identifier, $2) > 0)
    ), page as (
      select id::text, task_identifier as task, state, attempts, max_attempts,
        left(split_part(last_error, E'\\n', 1), 500) as last_error, run_at, created_at
      from job order by created_at desc, job.id desc limit $3 offset $4
    )
    select total.count, page.* from (select count(*)::int as count from job) total
    left join page on true
    order by page.created_at desc, page.id::bigint desc`
  return { sql, values: [state ?? null, q ?? null, limit, offset] }
}

export const countJobsSql = `
  select
    count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'running')::int as running,
    count(*) filter (where state = 'failing')::int as failing,
    count(*) filter (where state = 'dead')::int as dead
  from (select ${STATE} as state from graphile_worker.jobs) job`
