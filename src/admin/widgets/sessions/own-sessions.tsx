import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ActorSessionsSection } from "../../components/sessions/actor-sessions-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:own-sessions",
  zone: "profile.details",
})

/** On an admin's own profile. */
export default function OwnSessions() {
  return (
    <WhenOn slug="sessions">
      <ActorSessionsSection actor={{ type: "user", id: "me" }} />
    </WhenOn>
  )
}
