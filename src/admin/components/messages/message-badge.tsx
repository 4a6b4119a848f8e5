import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MessageStatus } from "../../../types/messages"

const COLORS: Record<MessageStatus, "orange" | "green" | "red" | "grey"> = {
  queued: "orange",
  sent: "green",
  delivered: "green",
  bounced: "red",
  complained: "red",
  failed: "red",
  canceled: "grey",
}

export function MessageBadge({ status }: { status: MessageStatus }) {
  const { t } = useTranslation("messages")
  return (
    <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge>
  )
}
