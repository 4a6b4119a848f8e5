import { useDate } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import {
  type LoginEventsQuery,
  useLoginEvents,
} from "../../hooks/login-events/use-login-events"
import { useExport } from "../../hooks/use-export"
import { ListTable } from "../list-table"
import { useLoginEventColumns } from "./use-login-event-columns"
import { useLoginEventFilters } from "./use-login-event-filters"

type LoginEventTableProps = {
  /** What the rows were asked for with. */
  query: LoginEventsQuery
  /** @default still loading */
  data?: ReturnType<typeof useLoginEvents>["data"]
  pageSize: number
}

export function LoginEventTable({
  query,
  data,
  pageSize,
}: LoginEventTableProps) {
  const { t } = useTranslation("loginEvents")
  const { getFullDate } = useDate()
  const columns = useLoginEventColumns()
  const filters = useLoginEventFilters(query)
  const { exportRows, isExporting } = useExport(
    "/admin/login-events/export",
    "loginEvents"
  )
  const { order: _, limit: __, offset: ___, ...filtered } = query
  return (
    <ListTable
      namespace="loginEvents"
      rows={data?.login_events}
      count={data?.count}
      state={
        data?.since
          ? t("since", { day: getFullDate({ date: data.since }) })
          : ""
      }
      columns={columns}
      filters={filters}
      pageSize={pageSize}
      action={{
        label: t("export.action"),
        disabled: isExporting || !data?.count,
        onClick: () => void exportRows(filtered),
      }}
    />
  )
}
