import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminCashOrdersResponse,
  CashDelivery,
} from "../../../types/cash-on-delivery"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { cashKeys } from "./query-keys"

export type CashOrdersFilters = {
  q?: string
  delivery?: CashDelivery[]
  placed_at?: { $gte?: string; $lte?: string }
}

export type CashOrdersQuery = CashOrdersFilters & {
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

/** A page of the orders whose cash is still to collect. */
export function useCashOrders(query: CashOrdersQuery) {
  return useFeatureQuery(
    cashKeys.list(query),
    () =>
      sdk.client.fetch<AdminCashOrdersResponse>("/admin/cash-on-delivery", {
        query,
      }),
    { placeholderData: keepPreviousData }
  )
}
