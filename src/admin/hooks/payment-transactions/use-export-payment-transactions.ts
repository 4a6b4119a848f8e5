import { useExport } from "../use-export"
import type { PaymentTransactionsFilters } from "./use-payment-transactions"

/** Downloads the rows that pass the filters, all pages of them. */
export function useExportPaymentTransactions() {
  const { exportRows, isExporting } = useExport(
    "/admin/payment-transactions/export",
    "paymentTransactions"
  )
  const exportTransactions = (query: PaymentTransactionsFilters) =>
    exportRows(query)
  return { exportTransactions, isExporting }
}
