import { ArrowPath } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { messageOf } from "../lib/errors"
import { Notice } from "./notice"

type LoadFailureProps = { error: Error; onRetry: () => unknown }

export function LoadFailure({ error, onRetry }: LoadFailureProps) {
  const { t } = useTranslation("commerceSuite")
  return (
    <Notice title={t("failure.title")} description={messageOf(error)}>
      <Button size="small" variant="secondary" onClick={() => onRetry()}>
        <ArrowPath />
        {t("failure.retry")}
      </Button>
    </Notice>
  )
}
