import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../../components/feature-page"
import { InviteTable } from "../../../components/testimonials/invite-table"
import { useTestimonialInvites } from "../../../hooks/testimonials/use-testimonial-invites"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "invites.domain",
  translationNs: "testimonials",
})

const TestimonialInvitesPage = () => {
  const { t } = useTranslation("testimonials")
  const { offset } = useQueryParams(["offset"])
  const { data, error, refetch } = useTestimonialInvites({
    limit: PAGE_SIZE,
    offset: Number(offset ?? 0),
  })
  return (
    <FeaturePage title={t("invites.domain")} error={error} onRetry={refetch}>
      <InviteTable data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default TestimonialInvitesPage
