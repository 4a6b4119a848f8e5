import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { ActorSessionsSection } from "../../components/sessions/actor-sessions-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:customer-sessions",
  zone: "customer.details.side",
})

export default function CustomerSessions({
  data,
}: DetailWidgetProps<AdminCustomer>) {
  return (
    <WhenOn slug="sessions">
      <ActorSessionsSection actor={{ type: "customer", id: data.id }} />
    </WhenOn>
  )
}
