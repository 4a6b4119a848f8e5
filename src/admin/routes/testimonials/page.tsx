import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { FeaturePage } from "../../components/feature-page"
import { TestimonialTable } from "../../components/testimonials/testimonial-table"
import { useTestimonials } from "../../hooks/testimonials/use-testimonials"
import { useTestimonialsParams } from "../../hooks/testimonials/use-testimonials-params"

const PAGE_SIZE = 20

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "testimonials",
  icon: ChatBubbleLeftRight,
})

const TestimonialsPage = () => {
  const { t } = useTranslation("testimonials")
  const query = useTestimonialsParams(PAGE_SIZE)
  const { data, error, refetch } = useTestimonials(query)
  return (
    <FeaturePage title={t("domain")} error={error} onRetry={refetch}>
      <TestimonialTable query={query} data={data} pageSize={PAGE_SIZE} />
    </FeaturePage>
  )
}
export default TestimonialsPage
