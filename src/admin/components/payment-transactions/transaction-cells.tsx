import { useDate } from "@medusajs/dashboard/hooks"
import { Copy } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminPaymentTransaction } from "../../../types/payment-transactions"
import { formatAmount } from "../../lib/money"
import { OutcomeBadge } from "./outcome-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminPaymentTransaction } }

const Nothing = () => <span className="text-ui-fg-muted">–</span>

export function TimeCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return (
    <>{getFullDate({ date: row.original.created_at, includeTime: true })}</>
  )
}

export function ActionCell({ row }: CellProps) {
  const { t } = useTranslation("paymentTransactions")
  return <>{t(`action.${row.original.action}`)}</>
}

export const AmountCell = ({ row }: CellProps) =>
  formatAmount(row.original.amount, row.original.currency_code) ?? <Nothing />

export const OutcomeCell = ({ row }: CellProps) => (
  <OutcomeBadge outcome={row.original.outcome} />
)

export function OrderCell({ row }: CellProps) {
  const { t } = useTranslation("paymentTransactions")
  const { order_id: id } = row.original
  return id ? (
    <Link
      to={`/orders/${id}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
    >
      {t("viewOrder")}
    </Link>
  ) : (
    <Nothing />
  )
}

export const ProviderCell = ({ row }: CellProps) => row.original.provider_id

export function CauseCell({ row }: CellProps) {
  const { t } = useTranslation("paymentTransactions")
  return <>{t(`cause.${row.original.cause}`)}</>
}

export function GatewayIdCell({ row }: CellProps) {
  const { gateway_reference_id: reference, gateway_payment_id: payment } =
    row.original
  const id = reference ?? payment
  if (!id) {
    return <Nothing />
  }
  return (
    <span className="flex items-center gap-x-1">
      <span className="truncate">{id}</span>
      <Copy content={id} className="text-ui-fg-muted" />
    </span>
  )
}
