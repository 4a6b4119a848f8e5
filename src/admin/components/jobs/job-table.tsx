import { DataTable } from "@medusajs/dashboard/components"
import {
  createDataTableFilterHelper,
  type DataTableRowSelectionState,
} from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type AdminJob,
  type AdminJobsResponse,
  JOB_STATES,
} from "../../../types/jobs"
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
  const { selection, setSelection, commands } = useBulkChanges()
  const options = JOB_STATES.map((value) => ({
    value,
    label: `${t(`state.${value}`)} (${data?.counts[value] ?? 0})`,
  }))
  return (
    <DataTable
      heading={t("domain")}
      subHeading={t("subtitle")}
      data={data?.jobs}
      rowCount={data?.count}
      isLoading={data === undefined}
      getRowId={({ id }) => id}
      columns={columns}
      filters={[
        filters.accessor("state", {
          type: "select",
          label: t("fields.state"),
          options,
        }),
      ]}
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
function useBulkChanges() {
  const { t } = useTranslation("jobs")
  const [selection, setSelection] = useState<DataTableRowSelectionState>({})
  const { retry, remove } = useJobChanges()
  const command = (
    label: string,
    shortcut: string,
    change: (ids: string[]) => Promise<boolean>
  ) => ({
    label,
    shortcut,
    action: async (selected: DataTableRowSelectionState) => {
      if (await change(Object.keys(selected))) {
        setSelection({})
      }
    },
  })
  const commands = [
    command(t("retry.action"), "R", retry),
    command(t("remove.action"), "D", remove),
  ]
  return { selection, setSelection, commands }
}
