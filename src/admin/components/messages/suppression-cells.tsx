import { ActionMenu } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { ArrowUpRightOnBox, Trash } from "@medusajs/icons"
import { StatusBadge, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminMessageSuppression,
  SuppressionReason,
} from "../../../types/messages"
import { useDeleteSuppression } from "../../hooks/messages/use-suppressions"
import { attempt } from "../../lib/errors"

type CellProps = { row: { original: AdminMessageSuppression } }

const COLORS: Record<SuppressionReason, "red" | "orange" | "grey"> = {
  bounce: "red",
  complaint: "red",
  unsubscribe: "orange",
  manual: "grey",
}

export function ReasonCell({ row: { original } }: CellProps) {
  const { t } = useTranslation("messageSuppressions")
  const { reason } = original
  return (
    <StatusBadge color={COLORS[reason]}>{t(`reason.${reason}`)}</StatusBadge>
  )
}

export function ChannelCell({ row: { original } }: CellProps) {
  const { t } = useTranslation("messageSuppressions")
  return <>{t(`channel.${original.channel}`)}</>
}

export function SinceCell({ row: { original } }: CellProps) {
  const { getFullDate } = useDate()
  return <>{getFullDate({ date: original.created_at, includeTime: true })}</>
}

export function SuppressionRowMenu({ row: { original } }: CellProps) {
  const { t } = useTranslation("messageSuppressions")
  const { id, message_id } = original
  const remove = useRemove(id)
  const view = {
    label: t("view"),
    icon: <ArrowUpRightOnBox />,
    to: `/messages/${message_id}/details`,
  }
  const removal = {
    label: t("remove.action"),
    icon: <Trash />,
    onClick: () => void remove(),
  }
  return (
    <ActionMenu
      groups={[{ actions: message_id ? [view, removal] : [removal] }]}
    />
  )
}

function useRemove(id: string) {
  const { t } = useTranslation("messageSuppressions")
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteSuppression()
  return async () => {
    const isConfirmed = await prompt({
      title: t("remove.title"),
      description: t("remove.description"),
      confirmText: t("remove.action"),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) {
      await attempt(async () => {
        await mutateAsync(id)
        toast.success(t("remove.done"))
      })
    }
  }
}
