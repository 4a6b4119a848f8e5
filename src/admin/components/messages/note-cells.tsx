import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { MESSAGE_STATUSES } from "../../../types/messages"
import type { AdminMessageNote } from "../../../types/messages-notes"

type CellProps = { row: { original: AdminMessageNote } }

export function NoteAudienceCell({ row: { original } }: CellProps) {
  const { t } = useTranslation("messages")
  const { customer_group_id, recipients } = original
  return (
    <>
      {customer_group_id
        ? t("notes.toMany", { count: recipients })
        : t("notes.toOne")}
    </>
  )
}

export function NoteCategoryCell({ row: { original } }: CellProps) {
  const { t } = useTranslation("messages")
  return <>{t(`category.${original.category}`)}</>
}

/** A bar of what is done, and the numbers: an address that several customers share counts once. */
export function NoteProgressCell({ row: { original } }: CellProps) {
  const { t } = useTranslation("messages")
  const { recipients, messages, by_status, queued_at } = original
  const total = Math.max(1, queued_at ? messages : recipients)
  const done = messages - by_status.queued
  const counts = MESSAGE_STATUSES.filter(
    (status) => by_status[status] > 0 || status === "sent"
  ).map((status) => `${by_status[status]} ${t(`notes.${status}`)}`)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <progress
        aria-label={t("notes.progress")}
        className="h-1 w-32"
        max={total}
        value={done}
      />
      <Text size="xsmall" leading="compact" className="text-ui-fg-muted">
        {counts.join(", ")}
      </Text>
    </div>
  )
}

export function NoteCreatedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  const { created_at: date } = row.original
  return <>{getFullDate({ date, includeTime: true })}</>
}
