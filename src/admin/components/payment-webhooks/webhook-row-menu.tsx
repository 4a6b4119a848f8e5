import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowPath, Eye } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { AdminPaymentWebhook } from "../../../types/payment-webhooks"
import { useReplay } from "./use-replay"

export function WebhookRowMenu({
  row,
}: {
  row: { original: AdminPaymentWebhook }
}) {
  const { id } = row.original
  const { t } = useTranslation("paymentWebhooks")
  const { search } = useLocation()
  const { replay } = useReplay()
  const actions = [
    {
      label: t("details.action"),
      icon: <Eye />,
      to: `/payment-webhooks/${id}/details${search}`,
    },
    {
      label: t("replay.action"),
      icon: <ArrowPath />,
      onClick: () => void replay([id]),
    },
  ]
  return (
    // A click on the row opens the webhook; one on its menu must not.
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={[{ actions }]} />
    </div>
  )
}
