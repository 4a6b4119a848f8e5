import { useDate } from "@medusajs/dashboard/hooks"
import { Alert, createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import {
  type AdminReconciliationCase,
  type AdminReconciliationCasesResponse,
  type AdminReconciliationPause,
  RECONCILIATION_KINDS,
  RECONCILIATION_STATUSES,
} from "../../../types/reconciliation"
import { ListTable } from "../list-table"
import { useCaseColumns } from "./use-case-columns"

type CaseTableProps = {
  /** @default still loading */
  data?: AdminReconciliationCasesResponse
  pageSize: number
}

const filters = createDataTableFilterHelper<AdminReconciliationCase>()

function useCaseFilters(counts?: AdminReconciliationCasesResponse["counts"]) {
  const { t } = useTranslation("reconciliation")
  return [
    filters.accessor("status", {
      type: "select",
      label: t("fields.status"),
      options: RECONCILIATION_STATUSES.map((value) => ({
        value,
        label: `${t(`status.${value}`)}${counts ? ` (${counts[value]})` : ""}`,
      })),
    }),
    filters.accessor("kind", {
      type: "select",
      label: t("fields.kind"),
      options: RECONCILIATION_KINDS.map((value) => ({
        value,
        label: t(`kind.${value}`),
      })),
    }),
  ]
}

export function CaseTable({ data, pageSize }: CaseTableProps) {
  const { t } = useTranslation("reconciliation")
  const { search } = useLocation()
  const { getFullDate } = useDate()
  const columns = useCaseColumns()
  const shownFilters = useCaseFilters(data?.counts)
  const lastRun = data?.last_run_at
    ? t("lastRun", {
        date: getFullDate({ date: data.last_run_at, includeTime: true }),
      })
    : t("neverRun")
  return (
    <>
      <Pauses paused={data?.paused ?? []} />
      <ListTable
        namespace="reconciliation"
        state={data && `${lastRun}.`}
        rows={data?.reconciliation_cases}
        count={data?.count}
        rowHref={({ id }) => `/reconciliation/${id}/details${search}`}
        columns={columns}
        filters={shownFilters}
        pageSize={pageSize}
      />
    </>
  )
}

/** Providers that stand still. */
function Pauses({ paused }: { paused: AdminReconciliationPause[] }) {
  const { t } = useTranslation("reconciliation")
  const { getFullDate } = useDate()
  return paused.map(({ provider_id, reason, since }) => (
    <Alert key={provider_id} variant="warning" className="m-4">
      {t(`paused.${reason}`, {
        provider: provider_id.replace(/^pp_/, ""),
        since: getFullDate({ date: since, includeTime: true }),
      })}
    </Alert>
  ))
}
