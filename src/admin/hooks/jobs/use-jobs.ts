import { keepPreviousData } from "@tanstack/react-query"
import type { AdminJobsResponse, JobState } from "../../../types/jobs"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { jobsKeys } from "./query-keys"

export type JobsQuery = {
  q?: string
  state?: JobState[]
  limit?: number
  offset?: number
}

export function useJobs({ q, state, limit, offset }: JobsQuery) {
  const query = { q, state, limit, offset }
  return useFeatureQuery(
    jobsKeys.list(query),
    () => sdk.client.fetch<AdminJobsResponse>("/admin/jobs", { query }),
    { placeholderData: keepPreviousData }
  )
}
