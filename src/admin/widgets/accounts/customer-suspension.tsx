import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { SuspensionSection } from "../../components/accounts/suspension-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:customer-suspension",
  zone: "customer.details.side",
})

/** A guest has nothing to sign in with. */
export default function CustomerSuspension({
  data,
}: DetailWidgetProps<AdminCustomer>) {
  return (
    data.has_account && (
      <WhenOn slug="accounts">
        <SuspensionSection
          account={{ actor_type: "customer", actor_id: data.id }}
        />
      </WhenOn>
    )
  )
}
