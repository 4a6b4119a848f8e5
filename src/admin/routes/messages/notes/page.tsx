import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../../components/feature-page"
import { NoteTable } from "../../../components/messages/note-table"
import { useNotes } from "../../../hooks/messages/use-notes"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "notes.domain",
  translationNs: "messages",
})

const MessageNotesPage = () => {
  const { t } = useTranslation("messages")
  const { offset } = useQueryParams(["offset"])
  const { data, error, refetch } = useNotes({
    limit: PAGE_SIZE,
    offset: Number(offset ?? 0),
  })
  return (
    <FeaturePage title={t("notes.domain")} error={error} onRetry={refetch}>
      <NoteTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default MessageNotesPage
