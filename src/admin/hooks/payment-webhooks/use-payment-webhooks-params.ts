import { useListParams } from "../use-list-params"
import type { PaymentWebhooksQuery } from "./use-payment-webhooks"

const FILTERS = ["status", "provider_id", "event_type", "received_at"] as const

export const usePaymentWebhooksParams = (limit: number) =>
  useListParams<PaymentWebhooksQuery>(FILTERS, limit)
