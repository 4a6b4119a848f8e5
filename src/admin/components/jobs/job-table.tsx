import { createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminJob,
  type AdminJobsResponse,
  JOB_STATES,
} from "../../../types/jobs"
import { useBulkCommands } from "../../hooks/use-bulk-commands"
import { ListTable } from "../list-table"
import { useJobChanges } from "./use-job-changes"
import { useJobColumns } from "./use-job-columns"

type JobTableProps = {
  /** @default still loading */
  data?: AdminJobsResponse
  pageSize: number
}

const filters = createDataTableFilterHelper<AdminJob>()

export function JobTable({ data, pageSize }: JobTableProps) {
  const { t } = useTranslation("jobs")
  const columns = useJobColumns()
  const { retry, remove } = useJobChanges()
  const bulk = useBulkCommands("/jobs", [
    { label: t("retry.action"), shortcut: "R", run: retry },
    { label: t("remove.action"), shortcut: "D", run: remove },
  ])
  const options = JOB_STATES.map((value) => ({
    value,
    label: `${t(`state.${value}`)} (${data?.counts[value] ?? 0})`,
  }))
  return (
    <ListTable
      namespace="jobs"
      rows={data?.jobs}
      count={data?.count}
      columns={columns}
      filters={[
        filters.accessor("state", {
          type: "select",
          label: t("fields.state"),
          options,
        }),
      ]}
      pageSize={pageSize}
      {...bulk}
    />
  )
}
