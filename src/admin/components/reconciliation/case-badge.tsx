import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ReconciliationStatus } from "../../../types/reconciliation"

const COLORS: Record<ReconciliationStatus, "orange" | "green" | "grey"> = {
  open: "orange",
  repaired: "green",
  dismissed: "grey",
}

export function CaseBadge({ status }: { status: ReconciliationStatus }) {
  const { t } = useTranslation("reconciliation")
  return (
    <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge>
  )
}
