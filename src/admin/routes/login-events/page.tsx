import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Key } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { LoginCharts } from "../../components/login-events/login-charts"
import { LoginEventTable } from "../../components/login-events/login-event-table"
import {
  useLoginEvents,
  useLoginEventsParams,
} from "../../hooks/login-events/use-login-events"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "loginEvents",
  icon: Key,
})

const LoginEventsPage = () => {
  const { t } = useTranslation("loginEvents")
  const query = useLoginEventsParams(PAGE_SIZE)
  const { data, error, refetch } = useLoginEvents(query)
  return (
    <div className="flex flex-col gap-y-3">
      {!error && <LoginCharts />}
      <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
        <LoginEventTable query={query} data={data} pageSize={PAGE_SIZE} />
      </FeaturePage>
    </div>
  )
}
export default LoginEventsPage
