import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminMessage } from "../../../types/messages"
import { useSortable } from "../../hooks/use-sortable"
import {
  CreatedCell,
  RecipientCell,
  StatusCell,
  TemplateCell,
} from "./message-cells"
import { MessageRowMenu } from "./message-row-menu"

const columns = createDataTableColumnHelper<AdminMessage>()

export function useMessageColumns() {
  const { t } = useTranslation("messages")
  const sortable = useSortable("messages")
  return useMemo(() => {
    return [
      columns.accessor("template", {
        header: t("fields.template"),
        cell: TemplateCell,
        maxSize: 280,
        truncateTooltip: false,
      }),
      columns.accessor("recipient", {
        header: t("fields.recipient"),
        cell: RecipientCell,
        maxSize: 240,
      }),
      columns.accessor("status", {
        header: t("fields.status"),
        cell: StatusCell,
      }),
      columns.accessor("attempts", {
        header: t("fields.attempts"),
        ...sortable("attempts"),
      }),
      columns.accessor("created_at", {
        header: t("fields.created_at"),
        cell: CreatedCell,
        ...sortable("created"),
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: MessageRowMenu,
        truncateTooltip: false,
      }),
    ]
  }, [t, sortable])
}
