import { DataTable } from "@medusajs/dashboard/components"
import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import {
  createDataTableFilterHelper,
  type DataTableRowSelectionState,
} from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type AdminCashOrder,
  type AdminCashOrdersResponse,
  CASH_DELIVERIES,
} from "../../../types/cash-on-delivery"
import type { CashOrdersQuery } from "../../hooks/cash-on-delivery/use-cash-orders"
import { useExport } from "../../hooks/use-export"
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
  const { exportRows, isExporting } = useExport(
    "/admin/cash-on-delivery/export",
    "cashOnDelivery"
  )
  const { order: _, limit: __, offset: ___, ...filtered } = query
  return (
    <DataTable
      heading={t("domain")}
      subHeading={t("subtitle")}
      data={data?.orders}
      rowCount={data?.count}
      isLoading={data === undefined}
      getRowId={({ id }) => id}
      columns={columns}
      filters={useCashFilters()}
      {...useBulkCollecting()}
      pageSize={pageSize}
      action={{
        label: t("export.action"),
        disabled: isExporting || !data?.count,
        onClick: () => void exportRows(filtered),
      }}
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

/** The selected rows, and what can be done with all of them; the selection ends when it is done. */
function useBulkCollecting() {
  const { t } = useTranslation("cashOnDelivery")
  const [selection, setSelection] = useState<DataTableRowSelectionState>({})
  const { collect } = useCollecting()
  const command = {
    label: t("collect.action"),
    shortcut: "C",
    action: async (selected: DataTableRowSelectionState) => {
      if (await collect(Object.keys(selected))) {
        setSelection({})
      }
    },
  }
  return {
    commands: [command],
    rowSelection: { state: selection, onRowSelectionChange: setSelection },
  }
}
