import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { ActorLoginsSection } from "../../components/login-events/actor-logins-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:customer-logins",
  zone: "customer.details.side",
})

export default function CustomerLogins({
  data,
}: DetailWidgetProps<AdminCustomer>) {
  return (
    <WhenOn slug="login-events">
      <ActorLoginsSection actorType="customer" actorId={data.id} />
    </WhenOn>
  )
}
