import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { LoginOutcome } from "../../../types/login-events"

const COLORS: Partial<Record<LoginOutcome, "green" | "red" | "orange">> = {
  success: "green",
  mfa_passed: "green",
  wrong_credentials: "red",
  mfa_failed: "red",
  token_refused: "red",
  error: "red",
  throttled: "orange",
}

export function OutcomeBadge({ outcome }: { outcome: LoginOutcome }) {
  const { t } = useTranslation("loginEvents")
  return (
    <StatusBadge color={COLORS[outcome] ?? "grey"}>
      {t(`outcome.${outcome}`)}
    </StatusBadge>
  )
}
