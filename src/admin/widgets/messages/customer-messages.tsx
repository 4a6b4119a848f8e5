import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { MessagesSection } from "../../components/messages/messages-section"
import { PreferencesSection } from "../../components/messages/preferences-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:customer-messages",
  zone: "customer.details.side",
})

export default function CustomerMessages({
  data,
}: DetailWidgetProps<AdminCustomer>) {
  return (
    <WhenOn slug="messages">
      <MessagesSection
        of={{ customer_id: data.id }}
        writeTo={{ customer_id: data.id }}
      />
      <PreferencesSection customerId={data.id} />
    </WhenOn>
  )
}
