import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PaymentTransactionOutcome } from "../../../types/payment-transactions"

const COLORS = {
  started: "orange",
  succeeded: "green",
  refused: "red",
  unknown: "orange",
} as const

export function OutcomeBadge({
  outcome,
}: {
  outcome: PaymentTransactionOutcome
}) {
  const { t } = useTranslation("paymentTransactions")
  return (
    <StatusBadge color={COLORS[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>
  )
}
