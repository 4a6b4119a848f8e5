import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { Eye, Swatch } from "@medusajs/icons"
import { createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import {
  type AdminMessage,
  type AdminMessagesResponse,
  MESSAGE_CHANNELS,
  MESSAGE_STATUSES,
  MESSAGE_TEMPLATES,
} from "../../../types/messages"
import { ListTable } from "../list-table"
import { useMessageColumns } from "./use-message-columns"

type MessageTableProps = {
  /** @default still loading */
  data?: AdminMessagesResponse
  pageSize: number
}

const filters = createDataTableFilterHelper<AdminMessage>()

export function MessageTable({ data, pageSize }: MessageTableProps) {
  const { t } = useTranslation("messages")
  const { search } = useLocation()
  const actions = [
    { label: t("preview.action"), icon: <Eye />, to: `preview${search}` },
    { label: t("brand.action"), icon: <Swatch />, to: `brand${search}` },
  ]
  const columns = useMessageColumns()
  return (
    <ListTable
      namespace="messages"
      rows={data?.messages}
      count={data?.count}
      rowHref={({ id }) => `/messages/${id}/details${search}`}
      columns={columns}
      filters={useMessageFilters()}
      pageSize={pageSize}
      action={{ label: t("write.action"), to: `write${search}` }}
      actionMenu={{ groups: [{ actions }] }}
    />
  )
}

function useMessageFilters() {
  const { t } = useTranslation("messages")
  const dates = useDataTableDateFilters()
  const select = <Value extends string>(
    field: "status" | "template" | "channel",
    values: readonly Value[]
  ) =>
    filters.accessor(field, {
      type: "select",
      label: t(`fields.${field}`),
      options: values.map((value) => ({
        value,
        label: t(`${field}.${value}`),
      })),
    })
  return [
    select("status", MESSAGE_STATUSES),
    select("template", MESSAGE_TEMPLATES),
    select("channel", MESSAGE_CHANNELS),
    ...dates.filter(({ id }) => id === "created_at"),
  ]
}
