import { defineRouteConfig } from "@medusajs/admin-sdk"
import { QueueList } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { JobTable } from "../../components/jobs/job-table"
import { type JobsQuery, useJobs } from "../../hooks/jobs/use-jobs"
import { useListParams } from "../../hooks/use-list-params"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "jobs",
  icon: QueueList,
})

const JobsPage = () => {
  const { t } = useTranslation("jobs")
  const query = useListParams<JobsQuery>(["state"], PAGE_SIZE)
  const { data, error, refetch } = useJobs(query)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <JobTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default JobsPage
