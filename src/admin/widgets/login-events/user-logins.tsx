import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminUser, DetailWidgetProps } from "@medusajs/framework/types"
import { ActorLoginsSection } from "../../components/login-events/actor-logins-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:user-logins",
  zone: "user.details",
})

export default function UserLogins({ data }: DetailWidgetProps<AdminUser>) {
  return (
    <WhenOn slug="login-events">
      <ActorLoginsSection actorType="user" actorId={data.id} />
    </WhenOn>
  )
}
