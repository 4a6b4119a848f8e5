import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { useTranslation } from "react-i18next"
import { TestimonialsSection } from "../../components/testimonials/testimonials-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:customer-testimonials",
  zone: "customer.details.side",
})

export default function CustomerTestimonials({
  data,
}: DetailWidgetProps<AdminCustomer>) {
  const { t } = useTranslation("testimonials")
  return (
    <WhenOn slug="testimonials">
      <TestimonialsSection
        filter="customer_id"
        id={data.id}
        emptyText={t("empty.customer")}
      />
    </WhenOn>
  )
}
