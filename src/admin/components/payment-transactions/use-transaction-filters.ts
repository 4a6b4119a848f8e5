import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminPaymentTransaction,
  PAYMENT_TRANSACTION_ACTIONS,
  PAYMENT_TRANSACTION_CAUSES,
  PAYMENT_TRANSACTION_OUTCOMES,
} from "../../../types/payment-transactions"
import type { PaymentTransactionsQuery } from "../../hooks/payment-transactions/use-payment-transactions"

const filters = createDataTableFilterHelper<AdminPaymentTransaction>()

/** The table's filters. The one of an order is there when a link brought it along. */
export function useTransactionFilters({
  order_id,
}: PaymentTransactionsQuery): DataTableFilter[] {
  const { t } = useTranslation("paymentTransactions")
  const dates = useDataTableDateFilters()
  const select = (
    id: "action" | "outcome" | "cause",
    values: readonly string[]
  ) =>
    filters.accessor(id, {
      type: "select",
      label: t(`fields.${id}`),
      options: values.map((value) => ({ value, label: t(`${id}.${value}`) })),
    })
  const linked = order_id
    ? [
        {
          id: "order_id",
          type: "radio" as const,
          label: t("fields.order"),
          options: [{ value: order_id, label: order_id }],
        },
      ]
    : []
  return [
    select("action", PAYMENT_TRANSACTION_ACTIONS),
    select("outcome", PAYMENT_TRANSACTION_OUTCOMES),
    select("cause", PAYMENT_TRANSACTION_CAUSES),
    ...dates.filter(({ id }) => id === "created_at"),
    ...linked,
  ]
}
