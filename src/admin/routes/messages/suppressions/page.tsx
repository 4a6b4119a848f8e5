import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../../components/feature-page"
import { SuppressionTable } from "../../../components/messages/suppression-table"
import { useSuppressions } from "../../../hooks/messages/use-suppressions"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "messageSuppressions",
})

const SuppressionsPage = () => {
  const { t } = useTranslation("messageSuppressions")
  const { data, error, refetch } = useSuppressions(PAGE_SIZE)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <SuppressionTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default SuppressionsPage
