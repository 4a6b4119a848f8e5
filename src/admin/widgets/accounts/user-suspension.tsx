import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminUser, DetailWidgetProps } from "@medusajs/framework/types"
import { SuspensionSection } from "../../components/accounts/suspension-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:user-suspension",
  zone: "user.details",
})

export default function UserSuspension({ data }: DetailWidgetProps<AdminUser>) {
  return (
    <WhenOn slug="accounts">
      <SuspensionSection account={{ actor_type: "user", actor_id: data.id }} />
    </WhenOn>
  )
}
