import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../lib/errors"
import { saveFile } from "../../lib/save-file"
import { sdk } from "../../lib/sdk"
import type { PaymentTransactionsFilters } from "./use-payment-transactions"

/** Downloads the rows that pass the filters, all pages of them. */
export function useExportPaymentTransactions() {
  const { t } = useTranslation("paymentTransactions")
  const [isExporting, setIsExporting] = useState(false)

  async function exportTransactions(query: PaymentTransactionsFilters) {
    setIsExporting(true)
    const note = toast.loading(t("export.running"))
    try {
      // Any other "accept" than JSON makes the SDK hand out the answer as it is.
      const answer = await sdk.client.fetch<Response>(
        "/admin/payment-transactions/export",
        { query, headers: { accept: "text/csv" } }
      )
      await saveFile(answer)
      toast.success(t("export.done"), { id: note })
    } catch (error) {
      toast.error(messageOf(error), { id: note })
    } finally {
      setIsExporting(false)
    }
  }
  return { exportTransactions, isExporting }
}
