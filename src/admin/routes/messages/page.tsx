import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { MessageTable } from "../../components/messages/message-table"
import { useMessages } from "../../hooks/messages/use-messages"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "messages",
  icon: Envelope,
})

const MessagesPage = () => {
  const { t } = useTranslation("messages")
  const { data, error, refetch } = useMessages(PAGE_SIZE)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <MessageTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default MessagesPage
