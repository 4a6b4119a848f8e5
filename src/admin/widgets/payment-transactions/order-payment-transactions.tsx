import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { OrderTransactionsSection } from "../../components/payment-transactions/order-transactions-section"
import { WhenOn } from "../../components/when-on"

export const config = defineWidgetConfig({
  id: "commerce-suite:order-payment-transactions",
  zone: "order.details",
})

export default function OrderPaymentTransactions({
  data,
}: DetailWidgetProps<AdminOrder>) {
  return (
    <WhenOn slug="payment-transactions">
      <OrderTransactionsSection orderId={data.id} />
    </WhenOn>
  )
}
