import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminJob } from "../../../types/jobs"
import {
  AttemptsCell,
  CreatedCell,
  ErrorCell,
  JobRowMenu,
  NextRunCell,
  StateCell,
} from "./job-cells"

const columns = createDataTableColumnHelper<AdminJob>()

export function useJobColumns() {
  const { t } = useTranslation("jobs")
  return useMemo(
    () => [
      columns.select(),
      columns.accessor("task", { header: t("fields.task") }),
      columns.accessor("state", { header: t("fields.state"), cell: StateCell }),
      columns.accessor("attempts", {
        header: t("fields.attempts"),
        cell: AttemptsCell,
      }),
      columns.accessor("last_error", {
        header: t("fields.last_error"),
        cell: ErrorCell,
        maxSize: 320,
      }),
      columns.accessor("run_at", {
        header: t("fields.run_at"),
        cell: NextRunCell,
      }),
      columns.accessor("created_at", {
        header: t("fields.created"),
        cell: CreatedCell,
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: JobRowMenu,
        truncateTooltip: false,
      }),
    ],
    [t]
  )
}
