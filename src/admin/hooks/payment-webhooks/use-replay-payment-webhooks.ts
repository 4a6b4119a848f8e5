import type { AdminPaymentWebhooksReplayedResponse } from "../../../types/payment-webhooks"
import { inChunks } from "../../lib/chunks"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { paymentWebhooksKeys } from "./query-keys"

const MAX_PER_CALL = 100

/** Lets webhooks be worked off again; the result is how many wait now. */
export function useReplayPaymentWebhooks() {
  return useInvalidatingMutation(
    paymentWebhooksKeys.all,
    async (ids: string[]) => {
      let replayed = 0
      for (const chunk of inChunks(ids, MAX_PER_CALL)) {
        const answer =
          await sdk.client.fetch<AdminPaymentWebhooksReplayedResponse>(
            "/admin/payment-webhooks/replay",
            { method: "POST", body: { ids: chunk } }
          )
        replayed += answer.ids.length
      }
      return replayed
    }
  )
}
