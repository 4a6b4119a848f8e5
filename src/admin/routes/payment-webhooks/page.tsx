import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { WebhookTable } from "../../components/payment-webhooks/webhook-table"
import { usePaymentWebhooks } from "../../hooks/payment-webhooks/use-payment-webhooks"
import { usePaymentWebhooksParams } from "../../hooks/payment-webhooks/use-payment-webhooks-params"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "paymentWebhooks",
  icon: CreditCard,
})

const PaymentWebhooksPage = () => {
  const { t } = useTranslation("paymentWebhooks")
  const query = usePaymentWebhooksParams(PAGE_SIZE)
  const { data, error, refetch } = usePaymentWebhooks(query)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <WebhookTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default PaymentWebhooksPage
