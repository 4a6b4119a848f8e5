import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminUser, DetailWidgetProps } from "@medusajs/framework/types"
import { ResetFactorSection } from "../../components/two-factor/reset-factor-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:user-two-factor",
  zone: "user.details",
})

export default function UserTwoFactor({ data }: DetailWidgetProps<AdminUser>) {
  return (
    <WhenOn slug="two-factor">
      <ResetFactorSection account="users" id={data.id} />
    </WhenOn>
  )
}
