import { useTranslation } from "react-i18next"
import type { AdminPaymentTransactionsResponse } from "../../../types/payment-transactions"
import { useExportPaymentTransactions } from "../../hooks/payment-transactions/use-export-payment-transactions"
import type { PaymentTransactionsQuery } from "../../hooks/payment-transactions/use-payment-transactions"
import { ListTable } from "../list-table"
import { useTransactionColumns } from "./use-transaction-columns"
import { useTransactionFilters } from "./use-transaction-filters"

type TransactionTableProps = {
  /** What the rows were asked for with. */
  query: PaymentTransactionsQuery
  /** @default still loading */
  data?: AdminPaymentTransactionsResponse
  pageSize: number
}

export function TransactionTable({
  query,
  data,
  pageSize,
}: TransactionTableProps) {
  const { t } = useTranslation("paymentTransactions")
  const columns = useTransactionColumns()
  const filters = useTransactionFilters(query)
  const { exportTransactions, isExporting } = useExportPaymentTransactions()
  const { order: _, limit: __, offset: ___, ...filtered } = query
  return (
    <ListTable
      namespace="paymentTransactions"
      rows={data?.payment_transactions}
      count={data?.count}
      columns={columns}
      filters={filters}
      pageSize={pageSize}
      action={{
        label: t("export.action"),
        disabled: isExporting || !data?.count,
        onClick: () => void exportTransactions(filtered),
      }}
    />
  )
}
