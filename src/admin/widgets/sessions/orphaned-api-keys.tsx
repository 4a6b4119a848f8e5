import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { OrphanedApiKeysSection } from "../../components/sessions/orphaned-api-keys-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:orphaned-api-keys",
  zone: "api_key.list.before",
})

export default function OrphanedApiKeys() {
  return (
    <WhenOn slug="sessions">
      <OrphanedApiKeysSection />
    </WhenOn>
  )
}
