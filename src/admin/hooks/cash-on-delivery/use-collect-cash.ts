import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminCollectCashResponse } from "../../../types/cash-on-delivery"
import { inChunks } from "../../lib/chunks"
import { sdk } from "../../lib/sdk"
import { paymentTransactionsKeys } from "../payment-transactions/query-keys"
import { cashKeys } from "./query-keys"

const MAX_PER_CALL = 25
/** The dashboard's own key of all that it shows of orders. */
const ORDERS = ["orders"]

/** Marks the cash of orders as collected; the result says for which, and why not for others. */
export function useCollectCash() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (ids: string[]) => {
      const all: AdminCollectCashResponse = { collected: [], refused: [] }
      for (const chunk of inChunks(ids, MAX_PER_CALL)) {
        const answer = await sdk.client.fetch<AdminCollectCashResponse>(
          "/admin/cash-on-delivery/collect",
          { method: "POST", body: { ids: chunk } }
        )
        all.collected.push(...answer.collected)
        all.refused.push(...answer.refused)
      }
      return all
    },
    // Also when it failed half-way: what was collected is.
    onSettled: () =>
      Promise.all(
        [cashKeys.all, ORDERS, paymentTransactionsKeys.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey })
        )
      ),
  })
}
