import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { MessagesSection } from "../../components/messages/messages-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:order-messages",
  zone: "order.details.side",
})

export default function OrderMessages({ data }: DetailWidgetProps<AdminOrder>) {
  return (
    <WhenOn slug="messages">
      <MessagesSection
        of={{ order_id: data.id }}
        writeTo={{ customer_id: data.customer_id, order_id: data.id }}
      />
    </WhenOn>
  )
}
