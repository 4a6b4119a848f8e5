import { useDate } from "@medusajs/dashboard/hooks"
import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminMessage } from "../../../types/messages"
import { MessageBadge } from "./message-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminMessage } }

export function TemplateCell({ row }: CellProps) {
  const { t } = useTranslation("messages")
  const { template, subject, cause } = row.original
  return (
    <div className="flex min-w-0 flex-col">
      <div className="flex items-center gap-x-2">
        <Text size="small" leading="compact" weight="plus" className="truncate">
          {t(`template.${template}`, { defaultValue: template })}
        </Text>
        {cause === "test" && <Badge size="2xsmall">{t("test.badge")}</Badge>}
      </div>
      <Text
        size="xsmall"
        leading="compact"
        className="text-ui-fg-muted truncate"
      >
        {subject ?? "–"}
      </Text>
    </div>
  )
}

export const RecipientCell = ({ row }: CellProps) =>
  row.original.recipient ?? "–"

export const StatusCell = ({ row }: CellProps) => (
  <MessageBadge status={row.original.status} />
)

export function CreatedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  const { created_at: date } = row.original
  return <>{getFullDate({ date, includeTime: true })}</>
}
