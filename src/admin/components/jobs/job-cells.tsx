import { ActionMenu } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { ArrowPath, Trash } from "@medusajs/icons"
import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminJob, JobState } from "../../../types/jobs"
import { useJobChanges } from "./use-job-changes"

type CellProps = { row: { original: AdminJob } }

const COLORS: Record<JobState, "grey" | "blue" | "orange" | "red"> = {
  waiting: "grey",
  running: "blue",
  failing: "orange",
  dead: "red",
}

export function StateCell({ row }: CellProps) {
  const { t } = useTranslation("jobs")
  const { state } = row.original
  return <StatusBadge color={COLORS[state]}>{t(`state.${state}`)}</StatusBadge>
}

export const AttemptsCell = ({ row }: CellProps) =>
  `${row.original.attempts} / ${row.original.max_attempts}`

export const ErrorCell = ({ row }: CellProps) => row.original.last_error ?? "–"

/** A dead job has no next run, and a running one has begun. */
export function NextRunCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  const { state, run_at } = row.original
  return state === "waiting" || state === "failing"
    ? getFullDate({ date: run_at, includeTime: true })
    : "–"
}

export function CreatedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return getFullDate({ date: row.original.created_at, includeTime: true })
}

export function JobRowMenu({ row }: CellProps) {
  const { t } = useTranslation("jobs")
  const { retry, remove } = useJobChanges()
  const { id } = row.original
  const retrying = {
    label: t("retry.action"),
    icon: <ArrowPath />,
    onClick: () => void retry([id]),
  }
  const removal = {
    label: t("remove.action"),
    icon: <Trash />,
    onClick: () => void remove([id]),
  }
  return (
    <ActionMenu groups={[{ actions: [retrying] }, { actions: [removal] }]} />
  )
}
