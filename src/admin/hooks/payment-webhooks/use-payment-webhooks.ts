import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminPaymentWebhooksResponse,
  PaymentWebhookStatus,
} from "../../../types/payment-webhooks"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { paymentWebhooksKeys } from "./query-keys"

export type PaymentWebhooksQuery = {
  q?: string
  provider_id?: string
  status?: PaymentWebhookStatus[]
  event_type?: string
  received_at?: Record<string, string>
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

export function usePaymentWebhooks(query: PaymentWebhooksQuery) {
  return useFeatureQuery(
    paymentWebhooksKeys.list(query),
    () =>
      sdk.client.fetch<AdminPaymentWebhooksResponse>(
        "/admin/payment-webhooks",
        { query }
      ),
    { placeholderData: keepPreviousData }
  )
}
