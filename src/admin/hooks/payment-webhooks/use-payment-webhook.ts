import type { AdminPaymentWebhookResponse } from "../../../types/payment-webhooks"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { paymentWebhooksKeys } from "./query-keys"

export function usePaymentWebhook(id: string) {
  return useFeatureQuery(paymentWebhooksKeys.detail(id), () =>
    sdk.client.fetch<AdminPaymentWebhookResponse>(
      `/admin/payment-webhooks/${id}`
    )
  )
}
