import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type {
  AdminCustomer,
  DetailWidgetProps,
} from "@medusajs/framework/types"
import { ResetFactorSection } from "../../components/two-factor/reset-factor-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:customer-two-factor",
  zone: "customer.details.side",
})

export default function CustomerTwoFactor({
  data,
}: DetailWidgetProps<AdminCustomer>) {
  return data.has_account ? (
    <WhenOn slug="two-factor">
      <ResetFactorSection account="customers" id={data.id} />
    </WhenOn>
  ) : null
}
