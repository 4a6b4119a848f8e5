import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminPaymentWebhook,
  PAYMENT_WEBHOOK_STATUSES,
} from "../../../types/payment-webhooks"
import { paymentWebhooksKeys } from "../../hooks/payment-webhooks/query-keys"
import { useFeatureQuery } from "../../hooks/use-feature-query"
import { sdk } from "../../lib/sdk"

const filters = createDataTableFilterHelper<AdminPaymentWebhook>()

export function useWebhookFilters(): DataTableFilter[] {
  const { t } = useTranslation("paymentWebhooks")
  const { data } = useProviders()
  const providers = data?.payment_providers ?? []
  return [
    filters.accessor("status", {
      type: "select",
      label: t("fields.status"),
      options: PAYMENT_WEBHOOK_STATUSES.map((value) => ({
        value,
        label: t(`status.${value}`),
      })),
    }),
    filters.accessor("provider_id", {
      type: "radio",
      label: t("fields.provider_id"),
      options: providers.map(({ id }) => ({
        value: id,
        label: id.replace(/^pp_/, ""),
      })),
    }),
    filters.accessor("event_type", {
      type: "string",
      label: t("fields.event_type"),
    }),
    filters.accessor("received_at", {
      type: "date",
      label: t("fields.received_at"),
      format: "date-time",
      rangeOptionLabel: t("filters.range"),
      rangeOptionStartLabel: t("filters.from"),
      rangeOptionEndLabel: t("filters.until"),
      options: lastDays([1, 7, 30]).map(({ days, value }) => ({
        value,
        label: t("filters.lastDays", { count: days }),
      })),
    }),
  ]
}

function useProviders() {
  return useFeatureQuery(paymentWebhooksKeys.providers, () =>
    sdk.admin.payment.listPaymentProviders({ limit: 100 })
  )
}

const DAY_MS = 24 * 60 * 60 * 1000

/** From the start of a day, so that the choice is the same one a minute later. */
function lastDays(counts: number[]) {
  const today = new Date().setHours(0, 0, 0, 0)
  return counts.map((days) => ({
    days,
    value: { $gte: new Date(today - (days - 1) * DAY_MS).toISOString() },
  }))
}
