import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderCashSection } from "../../components/cash-on-delivery/order-cash-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:order-cash",
  zone: "order.details",
})

export default function OrderCash({ data }: DetailWidgetProps<AdminOrder>) {
  return (
    <WhenOn slug="cash-on-delivery">
      <OrderCashSection orderId={data.id} />
    </WhenOn>
  )
}
