import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PaymentWebhookStatus } from "../../../types/payment-webhooks"

const COLORS: Record<
  PaymentWebhookStatus,
  "green" | "orange" | "red" | "blue" | "grey"
> = {
  received: "blue",
  done: "green",
  ignored: "grey",
  failed: "orange",
  dead: "red",
}

export function WebhookStatusBadge({
  status,
}: {
  status: PaymentWebhookStatus
}) {
  const { t } = useTranslation("paymentWebhooks")
  return (
    <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge>
  )
}
