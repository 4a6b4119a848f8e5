import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ReceiptPercent } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { CaseTable } from "../../components/reconciliation/case-table"
import { useReconciliationCases } from "../../hooks/reconciliation/use-reconciliation-cases"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "reconciliation",
  icon: ReceiptPercent,
})

const ReconciliationPage = () => {
  const { t } = useTranslation("reconciliation")
  const { data, error, refetch } = useReconciliationCases(PAGE_SIZE)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <CaseTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default ReconciliationPage
