import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Drawer } from "../../../../components/form-drawer"
import { FormSkeleton } from "../../../../components/form-skeleton"
import { LoadFailure } from "../../../../components/load-failure"
import { useReplay } from "../../../../components/payment-webhooks/use-replay"
import {
  WebhookBody,
  WebhookRecord,
} from "../../../../components/payment-webhooks/webhook-record"
import { WebhookStatusBadge } from "../../../../components/payment-webhooks/webhook-status-badge"
import { usePaymentWebhook } from "../../../../hooks/payment-webhooks/use-payment-webhook"

const PaymentWebhookDrawer = () => {
  const { t } = useTranslation("paymentWebhooks")
  const { id = "" } = useParams()
  const { data, error, refetch } = usePaymentWebhook(id)
  const { replay, isReplaying } = useReplay()
  const webhook = data?.payment_webhook
  return (
    <Drawer
      title={t("details.title")}
      aside={webhook && <WebhookStatusBadge status={webhook.status} />}
    >
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !webhook && <FormSkeleton />}
      {webhook && (
        <RouteDrawer.Body className="flex flex-1 flex-col divide-y overflow-y-auto p-0">
          <WebhookRecord webhook={webhook} />
          <WebhookBody webhook={webhook} />
        </RouteDrawer.Body>
      )}
      <RouteDrawer.Footer>
        <Button
          size="small"
          variant="secondary"
          disabled={!webhook}
          isLoading={isReplaying}
          onClick={() => void replay([id])}
        >
          {t("replay.action")}
        </Button>
      </RouteDrawer.Footer>
    </Drawer>
  )
}
export default PaymentWebhookDrawer
