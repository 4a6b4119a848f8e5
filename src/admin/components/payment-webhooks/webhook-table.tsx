import { DataTable } from "@medusajs/dashboard/components"
import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useMatch } from "react-router-dom"
import type { AdminPaymentWebhooksResponse } from "../../../types/payment-webhooks"
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
  const { selection, setSelection, commands } = useBulkReplay()
  return (
    <DataTable
      heading={t("domain")}
      subHeading={t("subtitle")}
      data={data?.payment_webhooks}
      rowCount={data?.count}
      isLoading={data === undefined}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/payment-webhooks/${id}/details${search}`}
      columns={columns}
      filters={filters}
      commands={commands}
      rowSelection={{ state: selection, onRowSelectionChange: setSelection }}
      pageSize={pageSize}
      emptyState={{
        empty: {
          heading: t("empty.title"),
          description: t("empty.description"),
        },
        filtered: {
          heading: t("empty.filteredTitle"),
          description: t("empty.filteredDescription"),
        },
      }}
    />
  )
}

/** The selected rows, and what can be done with all of them; the selection ends when it is done. */
function useBulkReplay() {
  const { t } = useTranslation("paymentWebhooks")
  const [selection, setSelection] = useState<DataTableRowSelectionState>({})
  const { replay } = useReplay()
  // While a drawer lies over the table, its letters are not for us.
  const isTableInFront = useMatch("/payment-webhooks")
  const command = {
    label: t("replay.action"),
    shortcut: "R",
    action: async (selected: DataTableRowSelectionState) => {
      if (await replay(Object.keys(selected))) {
        setSelection({})
      }
    },
  }
  return { selection, setSelection, commands: isTableInFront ? [command] : [] }
}
