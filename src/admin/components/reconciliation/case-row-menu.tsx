import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowPath, CheckCircle, Eye, XMark } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { AdminReconciliationCase } from "../../../types/reconciliation"
import { useCaseActs } from "./use-case-acts"

export function CaseRowMenu({
  row: { original },
}: {
  row: { original: AdminReconciliationCase }
}) {
  const { t } = useTranslation("reconciliation")
  const { search } = useLocation()
  const { retry, confirm } = useCaseActs(original)
  const path = `/reconciliation/${original.id}`
  const actions = [
    {
      label: t("details.action"),
      icon: <Eye />,
      to: `${path}/details${search}`,
    },
    ...(retry
      ? [
          {
            label: t("retry.action"),
            icon: <ArrowPath />,
            onClick: () => void retry(),
          },
        ]
      : []),
    ...(confirm
      ? [
          {
            label: t("confirm.action"),
            icon: <CheckCircle />,
            onClick: () => void confirm(),
          },
        ]
      : []),
    ...(original.status === "open"
      ? [
          {
            label: t("dismiss.action"),
            icon: <XMark />,
            to: `${path}/dismiss${search}`,
          },
        ]
      : []),
  ]
  return (
    // A click on the row opens the case; one on its menu must not.
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={[{ actions }]} />
    </div>
  )
}
