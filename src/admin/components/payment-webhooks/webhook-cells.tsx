import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import type { AdminPaymentWebhook } from "../../../types/payment-webhooks"
import { formatAmount } from "../../lib/money"
import { sentence } from "../../lib/sentence"
import { WebhookStatusBadge } from "./webhook-status-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminPaymentWebhook } }

export function EventCell({ row }: CellProps) {
  const { event_type, event_id, id } = row.original
  return (
    <div className="flex min-w-0 flex-col">
      <Text size="small" leading="compact" weight="plus" className="truncate">
        {event_type ?? "–"}
      </Text>
      <Text
        size="xsmall"
        leading="compact"
        className="text-ui-fg-muted truncate"
      >
        {event_id ?? id}
      </Text>
    </div>
  )
}

/** `pp_stripe_stripe` is how Medusa calls it inside. */
export const ProviderCell = ({ row }: CellProps) =>
  row.original.provider_id.replace(/^pp_/, "")

export const StatusCell = ({ row }: CellProps) => (
  <WebhookStatusBadge status={row.original.status} />
)

export function AmountCell({ row }: CellProps) {
  const { amount, currency_code: currency } = row.original
  return <>{amount === null ? "–" : formatAmount(String(amount), currency)}</>
}

export const ReasonCell = ({ row }: CellProps) =>
  sentence(row.original.last_error ?? row.original.reason) ?? "–"

export function ReceivedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  const { received_at: date } = row.original
  return <>{getFullDate({ date, includeTime: true })}</>
}
