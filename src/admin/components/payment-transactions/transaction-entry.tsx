import { useDate } from "@medusajs/dashboard/hooks"
import { Copy, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminPaymentTransaction } from "../../../types/payment-transactions"
import { formatAmount } from "../../lib/money"
import { OutcomeBadge } from "./outcome-badge"

type TransactionEntryProps = { transaction: AdminPaymentTransaction }

/** One attempt in the timeline. */
export function TransactionEntry({ transaction }: TransactionEntryProps) {
  const { t } = useTranslation("paymentTransactions")
  const { getFullDate } = useDate()
  const { action, outcome, amount, currency_code, created_at, error } =
    transaction
  return (
    <li className="border-ui-border-base flex flex-col gap-y-1 border-l py-2 pl-4">
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact" weight="plus">
          {t(`action.${action}`)}
          {amount !== null && ` · ${formatAmount(amount, currency_code)}`}
        </Text>
        <OutcomeBadge outcome={outcome} />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {getFullDate({ date: created_at, includeTime: true })}
        {" · "}
        <Origin transaction={transaction} />
      </Text>
      <GatewayIds transaction={transaction} />
      {error && (
        <Text size="small" className="text-ui-fg-error break-words">
          {error}
        </Text>
      )}
    </li>
  )
}

/** Through which door it came, and who stood there. */
function Origin({ transaction }: TransactionEntryProps) {
  const { t } = useTranslation("paymentTransactions")
  const { cause, actor_type, actor_id } = transaction
  const door = t(`cause.${cause}`)
  return (
    <>
      {actor_id
        ? `${door} · ${t(`actor.${actor_type}`, { id: actor_id })}`
        : door}
    </>
  )
}

function GatewayIds({ transaction }: TransactionEntryProps) {
  const { provider_id, gateway_payment_id, gateway_reference_id } = transaction
  const ids = [gateway_payment_id, gateway_reference_id].filter(
    (id) => id !== null
  )
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <Text size="xsmall" className="text-ui-fg-muted">
        {provider_id}
      </Text>
      {ids.map((id) => (
        <span key={id} className="flex items-center gap-x-1">
          <Text size="xsmall" className="text-ui-fg-muted break-all">
            {id}
          </Text>
          <Copy content={id} className="text-ui-fg-muted" />
        </span>
      ))}
    </div>
  )
}
