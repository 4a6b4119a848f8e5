import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminUser, DetailWidgetProps } from "@medusajs/framework/types"
import { ActorSessionsSection } from "../../components/sessions/actor-sessions-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:user-sessions",
  zone: "user.details",
})

export default function UserSessions({ data }: DetailWidgetProps<AdminUser>) {
  return (
    <WhenOn slug="sessions">
      <ActorSessionsSection actor={{ type: "user", id: data.id }} />
    </WhenOn>
  )
}
