import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminReconciliationCase } from "../../../types/reconciliation"
import { CaseBadge } from "./case-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminReconciliationCase } }

export function KindCell({ row }: CellProps) {
  const { t } = useTranslation("reconciliation")
  const { kind, order_id, subject_id } = row.original
  return (
    <div className="flex min-w-0 flex-col">
      <Text size="small" leading="compact" weight="plus" className="truncate">
        {t(`kind.${kind}`)}
      </Text>
      <Text
        size="xsmall"
        leading="compact"
        className="text-ui-fg-muted truncate"
      >
        {order_id ?? subject_id}
      </Text>
    </div>
  )
}

/** `pp_stripe_stripe` is how Medusa calls it inside. */
export const ProviderCell = ({ row }: CellProps) =>
  row.original.provider_id?.replace(/^pp_/, "") ?? "–"

export const StatusCell = ({ row }: CellProps) => (
  <CaseBadge status={row.original.status} />
)

export const ReasonCell = ({ row }: CellProps) => row.original.reason

export function SeenCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  const { last_seen_at: date } = row.original
  return <>{getFullDate({ date, includeTime: true })}</>
}
