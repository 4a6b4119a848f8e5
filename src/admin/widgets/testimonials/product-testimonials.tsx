import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { useTranslation } from "react-i18next"
import { TestimonialsSection } from "../../components/testimonials/testimonials-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:product-testimonials",
  zone: "product.details.side",
})

export default function ProductTestimonials({
  data,
}: DetailWidgetProps<AdminProduct>) {
  const { t } = useTranslation("testimonials")
  return (
    <WhenOn slug="testimonials">
      <TestimonialsSection
        filter="product_id"
        id={data.id}
        emptyText={t("empty.product")}
      />
    </WhenOn>
  )
}
