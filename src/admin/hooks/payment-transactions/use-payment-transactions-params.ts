import { useTableParams } from "../use-table-params"
import type { PaymentTransactionsQuery } from "./use-payment-transactions"

const FILTERS = [
  "order_id",
  "provider_id",
  "action",
  "outcome",
  "cause",
  "created_at",
] as const

export function usePaymentTransactionsParams(
  limit: number
): PaymentTransactionsQuery {
  return useTableParams<PaymentTransactionsQuery>(FILTERS, limit)
}
