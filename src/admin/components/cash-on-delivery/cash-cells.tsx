import { ActionMenu } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { Cash } from "@medusajs/icons"
import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type {
  AdminCashOrder,
  CashDelivery,
} from "../../../types/cash-on-delivery"
import { formatAmount } from "../../lib/money"
import { useCollecting } from "./use-collecting"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminCashOrder } }

const COLORS: Record<CashDelivery, "grey" | "blue" | "green"> = {
  not_shipped: "grey",
  shipped: "blue",
  delivered: "green",
}

export const OrderCell = ({ row }: CellProps) => (
  <Link
    to={`/orders/${row.original.id}`}
    className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
  >
    #{row.original.display_id}
  </Link>
)

export function PlacedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return <>{getFullDate({ date: row.original.placed_at, includeTime: true })}</>
}

export const CustomerCell = ({ row }: CellProps) => (
  <>{row.original.name ?? row.original.email ?? "–"}</>
)

export const CityCell = ({ row }: CellProps) => (
  <>
    {[row.original.postal_code, row.original.city].filter(Boolean).join(" ") ||
      "–"}
  </>
)

export function DeliveryCell({ row }: CellProps) {
  const { t } = useTranslation("cashOnDelivery")
  const { delivery } = row.original
  return (
    <StatusBadge color={COLORS[delivery]}>
      {t(`delivery.${delivery}`)}
    </StatusBadge>
  )
}

export const AmountCell = ({ row }: CellProps) => (
  <>{formatAmount(row.original.amount, row.original.currency_code)}</>
)

export function CashRowMenu({ row }: CellProps) {
  const { t } = useTranslation("cashOnDelivery")
  const { collect } = useCollecting()
  const action = {
    label: t("collect.action"),
    icon: <Cash />,
    onClick: () => void collect([row.original.id]),
  }
  return <ActionMenu groups={[{ actions: [action] }]} />
}
