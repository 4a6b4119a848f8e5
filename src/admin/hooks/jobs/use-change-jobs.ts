import type { AdminJobIdsResponse } from "../../../types/jobs"
import { inChunks } from "../../lib/chunks"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { jobsKeys } from "./query-keys"

const MAX_PER_CALL = 100

/** Retries or removes jobs; the result is for how many it was done. */
export function useChangeJobs(change: "retry" | "remove") {
  return useInvalidatingMutation(jobsKeys.all, async (ids: string[]) => {
    let changed = 0
    for (const chunk of inChunks(ids, MAX_PER_CALL)) {
      const answer = await sdk.client.fetch<AdminJobIdsResponse>(
        `/admin/jobs/${change}`,
        { method: "POST", body: { ids: chunk } }
      )
      changed += answer.ids.length
    }
    return changed
  })
}
