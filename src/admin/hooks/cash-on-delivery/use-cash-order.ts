import type { AdminCashOrderStateResponse } from "../../../types/cash-on-delivery"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { cashKeys } from "./query-keys"

/** How one order's cash stands; null when it is paid in another way. */
export function useCashOrder(id: string) {
  return useFeatureQuery(cashKeys.order(id), async () => {
    const { cash } = await sdk.client.fetch<AdminCashOrderStateResponse>(
      `/admin/cash-on-delivery/${id}`
    )
    return cash
  })
}
