import type { AdminTestimonialsChangedResponse } from "../../../types/testimonials"
import { inChunks } from "../../lib/chunks"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { testimonialsKeys } from "./query-keys"

const MAX_PER_CALL = 100

/** Approves or rejects in bulk; the result is how many changed their status by it. */
export function useDecideTestimonials(decision: "approve" | "reject") {
  return useInvalidatingMutation(
    testimonialsKeys.all,
    async (ids: string[]) => {
      let changed = 0
      for (const chunk of inChunks(ids, MAX_PER_CALL)) {
        const { testimonials } =
          await sdk.client.fetch<AdminTestimonialsChangedResponse>(
            `/admin/testimonials/${decision}`,
            { method: "POST", body: { ids: chunk } }
          )
        changed += testimonials.length
      }
      return changed
    }
  )
}
