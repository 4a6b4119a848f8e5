import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminPaymentTransactionsResponse,
  PaymentTransactionAction,
  PaymentTransactionCause,
  PaymentTransactionOutcome,
} from "../../../types/payment-transactions"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { paymentTransactionsKeys } from "./query-keys"

export type PaymentTransactionsFilters = {
  q?: string
  order_id?: string
  provider_id?: string[]
  action?: PaymentTransactionAction[]
  outcome?: PaymentTransactionOutcome[]
  cause?: PaymentTransactionCause[]
  created_at?: { $gte?: string; $lte?: string }
}

export type PaymentTransactionsQuery = PaymentTransactionsFilters & {
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

export function usePaymentTransactions(query: PaymentTransactionsQuery) {
  return useFeatureQuery(
    paymentTransactionsKeys.list(query),
    () =>
      sdk.client.fetch<AdminPaymentTransactionsResponse>(
        "/admin/payment-transactions",
        { query }
      ),
    { placeholderData: keepPreviousData }
  )
}
