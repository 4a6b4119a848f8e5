import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { SecondFactorSection } from "../../components/two-factor/second-factor-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:profile-two-factor",
  zone: "profile.details",
})

export default function ProfileTwoFactor() {
  return (
    <WhenOn slug="two-factor">
      <SecondFactorSection />
    </WhenOn>
  )
}
