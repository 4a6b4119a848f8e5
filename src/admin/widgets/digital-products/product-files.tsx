import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { DigitalProductSection } from "../../components/digital-products/digital-product-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:product-files",
  zone: "product.details",
})

export default function ProductFiles({
  data,
}: DetailWidgetProps<AdminProduct>) {
  return (
    <WhenOn slug="digital-products">
      <DigitalProductSection productId={data.id} />
    </WhenOn>
  )
}
