import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminReconciliationCase } from "../../../types/reconciliation"
import { useSortable } from "../../hooks/use-sortable"
import {
  KindCell,
  ProviderCell,
  ReasonCell,
  SeenCell,
  StatusCell,
} from "./case-cells"
import { CaseRowMenu } from "./case-row-menu"

const columns = createDataTableColumnHelper<AdminReconciliationCase>()

export function useCaseColumns() {
  const { t } = useTranslation("reconciliation")
  const sortable = useSortable("reconciliation")
  return useMemo(() => {
    return [
      columns.accessor("kind", {
        header: t("fields.kind"),
        cell: KindCell,
        maxSize: 240,
        truncateTooltip: false,
      }),
      columns.accessor("provider_id", {
        header: t("fields.provider_id"),
        cell: ProviderCell,
        maxSize: 140,
      }),
      columns.accessor("status", {
        header: t("fields.status"),
        cell: StatusCell,
      }),
      columns.accessor("reason", {
        header: t("fields.reason"),
        cell: ReasonCell,
        maxSize: 280,
      }),
      columns.accessor("attempts", {
        header: t("fields.attempts"),
        ...sortable("attempts"),
      }),
      columns.accessor("last_seen_at", {
        header: t("fields.last_seen_at"),
        cell: SeenCell,
        ...sortable("seen"),
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: CaseRowMenu,
        truncateTooltip: false,
      }),
    ]
  }, [t, sortable])
}
