import type { HttpTypes } from "@medusajs/types"
import type {
  AdminPaymentTransaction,
  AdminPaymentTransactionsResponse,
} from "../../src/types/payment-transactions"
import { cartReadyToPay, completeCart } from "./carts"
import { adminClient, type Customer, freshCustomer } from "./clients"
import { expectOk } from "./http"
import { storefront } from "./storefront"

type At = { url?: string }

export type PaidOrder = {
  customer: Customer
  order: HttpTypes.StoreOrder
  paymentId: string
}

/** An order that a logged-in customer placed with the system provider; nothing is captured yet. */
export async function placedOrder({
  url,
  customer: known,
}: At & { customer?: Customer } = {}): Promise<PaidOrder> {
  const customer = known ?? (await freshCustomer({ url }))
  const sdk = storefront({ url })
  await sdk.auth.login("customer", "emailpass", customer)
  const { cart } = await cartReadyToPay({ sdk, url, email: customer.email })
  const order = await completeCart(sdk, cart.id)
  const admin = await adminClient({ url })
  const { order: seen } = await expectOk(
    admin.get<{ order: HttpTypes.AdminOrder }>(
      `/admin/orders/${order.id}?fields=id,*payment_collections.payments`
    )
  )
  const paymentId = seen.payment_collections?.[0]?.payments?.[0]?.id
  if (!paymentId) {
    throw new Error(`The order ${order.id} has no payment`)
  }
  return { customer, order, paymentId }
}

/** The same, captured and refunded in part by the admin. */
export async function refundedOrder(options: At = {}): Promise<PaidOrder> {
  const placed = await placedOrder(options)
  const admin = await adminClient(options)
  const payment = `/admin/payments/${placed.paymentId}`
  await expectOk(admin.post(`${payment}/capture`))
  await expectOk(admin.post(`${payment}/refund`, { amount: 1 }))
  return placed
}

/** An order's attempts as the admin sees them, the oldest first. */
export async function transactionsOf(
  orderId: string,
  { url }: At = {}
): Promise<AdminPaymentTransaction[]> {
  const admin = await adminClient({ url })
  const { payment_transactions: rows } = await expectOk(
    admin.get<AdminPaymentTransactionsResponse>(
      `/admin/payment-transactions?order_id=${orderId}&order=created_at&limit=100`
    )
  )
  return rows
}
