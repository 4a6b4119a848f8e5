import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminPaymentTransaction } from "../../../types/payment-transactions"
import { useSortable } from "../../hooks/use-sortable"
import {
  ActionCell,
  AmountCell,
  CauseCell,
  GatewayIdCell,
  OrderCell,
  OutcomeCell,
  ProviderCell,
  TimeCell,
} from "./transaction-cells"

const columns = createDataTableColumnHelper<AdminPaymentTransaction>()

export function useTransactionColumns() {
  const { t } = useTranslation("paymentTransactions")
  const sortable = useSortable("paymentTransactions")
  return useMemo(() => {
    return [
      columns.accessor("created_at", {
        header: t("fields.time"),
        cell: TimeCell,
        ...sortable("time"),
      }),
      columns.accessor("action", {
        // The table keeps a column named "action" as narrow as a menu's button.
        id: "operation",
        header: t("fields.action"),
        cell: ActionCell,
      }),
      columns.accessor("outcome", {
        header: t("fields.outcome"),
        cell: OutcomeCell,
      }),
      columns.accessor("amount", {
        header: t("fields.amount"),
        cell: AmountCell,
        ...sortable("amount"),
      }),
      columns.accessor("provider_id", {
        header: t("fields.provider"),
        cell: ProviderCell,
        ...sortable("text"),
      }),
      columns.accessor("cause", { header: t("fields.cause"), cell: CauseCell }),
      columns.accessor("gateway_payment_id", {
        header: t("fields.gatewayId"),
        cell: GatewayIdCell,
        truncateTooltip: false,
        maxSize: 180,
      }),
      columns.accessor("order_id", {
        header: t("fields.order"),
        cell: OrderCell,
      }),
    ]
  }, [t, sortable])
}
