import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowPath, Eye, XMark } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { AdminMessage } from "../../../types/messages"
import { useMessageActs } from "./use-message-acts"

export function MessageRowMenu({
  row: { original },
}: {
  row: { original: AdminMessage }
}) {
  const { t } = useTranslation("messages")
  const { search } = useLocation()
  const { resend, cancel } = useMessageActs(original)
  const acts = [
    { name: "resend", icon: <ArrowPath />, act: resend },
    { name: "cancel", icon: <XMark />, act: cancel },
  ]
  const actions = [
    {
      label: t("details.action"),
      icon: <Eye />,
      to: `/messages/${original.id}/details${search}`,
    },
    ...acts.flatMap(({ name, icon, act }) =>
      act
        ? [{ label: t(`${name}.action`), icon, onClick: () => void act() }]
        : []
    ),
  ]
  return (
    // A click on the row opens the message; one on its menu must not.
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={[{ actions }]} />
    </div>
  )
}
