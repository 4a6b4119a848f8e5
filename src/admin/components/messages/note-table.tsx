import { DataTable } from "@medusajs/dashboard/components"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminMessageNote,
  AdminMessageNotesResponse,
} from "../../../types/messages-notes"
import {
  NoteAudienceCell,
  NoteCategoryCell,
  NoteCreatedCell,
  NoteProgressCell,
} from "./note-cells"

type NoteTableProps = {
  /** @default still loading */
  data?: AdminMessageNotesResponse
  pageSize: number
}

const columns = createDataTableColumnHelper<AdminMessageNote>()

export function NoteTable({ data, pageSize }: NoteTableProps) {
  const { t } = useTranslation("messages")
  return (
    <DataTable
      heading={t("notes.domain")}
      subHeading={t("notes.subtitle")}
      data={data?.notes}
      rowCount={data?.count}
      isLoading={data === undefined}
      getRowId={({ id }) => id}
      columns={useNoteColumns()}
      enableSearch={false}
      pageSize={pageSize}
      action={{ label: t("write.action"), to: "/messages/write" }}
      emptyState={{
        empty: {
          heading: t("notes.empty.title"),
          description: t("notes.empty.description"),
        },
      }}
    />
  )
}

function useNoteColumns() {
  const { t } = useTranslation("messages")
  return useMemo(
    () => [
      columns.accessor("subject", { header: t("fields.subject") }),
      columns.accessor("recipients", {
        header: t("notes.recipients"),
        cell: NoteAudienceCell,
      }),
      columns.accessor("category", {
        header: t("fields.category"),
        cell: NoteCategoryCell,
      }),
      columns.accessor("messages", {
        header: t("notes.progress"),
        cell: NoteProgressCell,
        truncateTooltip: false,
      }),
      columns.accessor("created_at", {
        header: t("fields.created_at"),
        cell: NoteCreatedCell,
      }),
    ],
    [t]
  )
}
