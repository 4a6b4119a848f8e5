/** HTTP shapes of the feature `jobs`, shared with the admin. Dates are ISO 8601 strings. */

export const JOB_STATES = ["waiting", "running", "failing", "dead"] as const

/** `failing` will be tried again by itself, `dead` will not. */
export type JobState = (typeof JOB_STATES)[number]

/** A job without its payload, which may hold what is nobody's business. */
export type AdminJob = {
  id: string
  task: string
  state: JobState
  attempts: number
  max_attempts: number
  /** The first line of the last failure. */
  last_error: string | null
  run_at: string
  created_at: string
}

export type AdminJobCounts = Record<JobState, number>

export type AdminJobsResponse = {
  jobs: AdminJob[]
  counts: AdminJobCounts
  /** All that match the filters. */
  count: number
  limit: number
  offset: number
}

export type AdminJobIdsResponse = { ids: string[] }
