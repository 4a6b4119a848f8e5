import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderDownloadsSection } from "../../components/digital-products/order-downloads-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:order-downloads",
  zone: "order.details",
})

export default function OrderDownloads({
  data,
}: DetailWidgetProps<AdminOrder>) {
  return (
    <WhenOn slug="digital-products">
      <OrderDownloadsSection orderId={data.id} />
    </WhenOn>
  )
}
