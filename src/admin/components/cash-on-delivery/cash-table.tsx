import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminCashOrder,
  type AdminCashOrdersResponse,
  CASH_DELIVERIES,
} from "../../../types/cash-on-delivery"
import type { CashOrdersQuery } from "../../hooks/cash-on-delivery/use-cash-orders"
import { useBulkCommands } from "../../hooks/use-bulk-commands"
import { useExport } from "../../hooks/use-export"
import { ListTable } from "../list-table"
import { useCashColumns } from "./use-cash-columns"
import { useCollecting } from "./use-collecting"

type CashTableProps = {
  /** What the rows were asked for with. */
  query: CashOrdersQuery
  /** @default still loading */
  data?: AdminCashOrdersResponse
  pageSize: number
}

const filters = createDataTableFilterHelper<AdminCashOrder>()

export function CashTable({ query, data, pageSize }: CashTableProps) {
  const { t } = useTranslation("cashOnDelivery")
  const columns = useCashColumns()
  const { collect } = useCollecting()
  const bulk = useBulkCommands("/cash-on-delivery", [
    { label: t("collect.action"), shortcut: "C", run: collect },
  ])
  const { exportRows, isExporting } = useExport(
    "/admin/cash-on-delivery/export",
    "cashOnDelivery"
  )
  const { order: _, limit: __, offset: ___, ...filtered } = query
  return (
    <ListTable
      namespace="cashOnDelivery"
      rows={data?.orders}
      count={data?.count}
      columns={columns}
      filters={useCashFilters()}
      {...bulk}
      pageSize={pageSize}
      action={{
        label: t("export.action"),
        disabled: isExporting || !data?.count,
        onClick: () => void exportRows(filtered),
      }}
    />
  )
}

function useCashFilters() {
  const { t } = useTranslation("cashOnDelivery")
  const dates = useDataTableDateFilters()
  return [
    filters.accessor("delivery", {
      type: "select",
      label: t("fields.delivery"),
      options: CASH_DELIVERIES.map((value) => ({
        value,
        label: t(`delivery.${value}`),
      })),
    }),
    ...dates
      .filter(({ id }) => id === "created_at")
      .map((date) => ({ ...date, id: "placed_at", label: t("fields.placed") })),
  ]
}
