import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminPaymentWebhook } from "../../../types/payment-webhooks"
import { useSortable } from "../../hooks/use-sortable"
import {
  AmountCell,
  EventCell,
  ProviderCell,
  ReasonCell,
  ReceivedCell,
  StatusCell,
} from "./webhook-cells"
import { WebhookRowMenu } from "./webhook-row-menu"

const columns = createDataTableColumnHelper<AdminPaymentWebhook>()

export function useWebhookColumns() {
  const { t } = useTranslation("paymentWebhooks")
  const sortable = useSortable("paymentWebhooks")
  return useMemo(() => {
    return [
      columns.select(),
      columns.accessor("event_type", {
        header: t("fields.event"),
        cell: EventCell,
        maxSize: 220,
        truncateTooltip: false,
      }),
      columns.accessor("provider_id", {
        header: t("fields.provider_id"),
        cell: ProviderCell,
        maxSize: 140,
      }),
      columns.accessor("status", {
        header: t("fields.status"),
        cell: StatusCell,
      }),
      columns.accessor("amount", {
        header: t("fields.amount"),
        cell: AmountCell,
      }),
      columns.accessor("attempts", {
        header: t("fields.attempts"),
        ...sortable("attempts"),
      }),
      columns.accessor("reason", {
        header: t("fields.reason"),
        cell: ReasonCell,
        maxSize: 240,
      }),
      columns.accessor("received_at", {
        header: t("fields.received_at"),
        cell: ReceivedCell,
        ...sortable("received"),
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: WebhookRowMenu,
        truncateTooltip: false,
      }),
    ]
  }, [t, sortable])
}
