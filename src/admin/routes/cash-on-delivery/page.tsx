import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Cash } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { CashTable } from "../../components/cash-on-delivery/cash-table"
import { FeaturePage } from "../../components/feature-page"
import {
  type CashOrdersQuery,
  useCashOrders,
} from "../../hooks/cash-on-delivery/use-cash-orders"
import { useListParams } from "../../hooks/use-list-params"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "cashOnDelivery",
  icon: Cash,
})

const CashToCollectPage = () => {
  const { t } = useTranslation("cashOnDelivery")
  const query = useListParams<CashOrdersQuery>(
    ["delivery", "placed_at"],
    PAGE_SIZE
  )
  const { data, error, refetch } = useCashOrders(query)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <CashTable query={query} data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default CashToCollectPage
