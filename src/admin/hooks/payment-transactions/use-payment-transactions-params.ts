import { useListParams } from "../use-list-params"
import type { PaymentTransactionsQuery } from "./use-payment-transactions"

const FILTERS = [
  "order_id",
  "provider_id",
  "action",
  "outcome",
  "cause",
  "created_at",
] as const

export const usePaymentTransactionsParams = (limit: number) =>
  useListParams<PaymentTransactionsQuery>(FILTERS, limit)
