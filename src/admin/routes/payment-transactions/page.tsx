import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { TransactionTable } from "../../components/payment-transactions/transaction-table"
import { usePaymentTransactions } from "../../hooks/payment-transactions/use-payment-transactions"
import { usePaymentTransactionsParams } from "../../hooks/payment-transactions/use-payment-transactions-params"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "paymentTransactions",
  icon: CreditCard,
})

const PaymentTransactionsPage = () => {
  const { t } = useTranslation("paymentTransactions")
  const query = usePaymentTransactionsParams(PAGE_SIZE)
  const { data, error, refetch } = usePaymentTransactions(query)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <TransactionTable query={query} data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default PaymentTransactionsPage
