import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { AdminPaymentWebhooksResponse } from "../../../types/payment-webhooks"
import { useBulkCommands } from "../../hooks/use-bulk-commands"
import { ListTable } from "../list-table"
import { useReplay } from "./use-replay"
import { useWebhookColumns } from "./use-webhook-columns"
import { useWebhookFilters } from "./use-webhook-filters"

type WebhookTableProps = {
  /** @default still loading */
  data?: AdminPaymentWebhooksResponse
  pageSize: number
}

export function WebhookTable({ data, pageSize }: WebhookTableProps) {
  const { t } = useTranslation("paymentWebhooks")
  const { search } = useLocation()
  const columns = useWebhookColumns()
  const filters = useWebhookFilters()
  const { replay } = useReplay()
  const bulk = useBulkCommands("/payment-webhooks", [
    { label: t("replay.action"), shortcut: "R", run: replay },
  ])
  return (
    <ListTable
      namespace="paymentWebhooks"
      rows={data?.payment_webhooks}
      count={data?.count}
      rowHref={({ id }) => `/payment-webhooks/${id}/details${search}`}
      columns={columns}
      filters={filters}
      pageSize={pageSize}
      {...bulk}
    />
  )
}
