import type { RazorpayOrder } from "./api-types"
import type { RazorpayClient } from "./client"
import { sessionIdOf } from "./order-state"
import type { OwnPart } from "./session-data"

type Unplaced = Omit<OwnPart, "order_id">

/** Five days, the longest that Razorpay holds or captures, in minutes. */
const LONGEST = 7200

type Terms = {
  /** Whether money is taken as soon as the shopper has paid. */
  isAutomatic: boolean
  /** Tells whose money it is, once the session is gone. */
  collectionId: string | undefined
}

/** How payments of an order are taken; it goes before what the dashboard says. */
const capturing = (isAutomatic: boolean) => ({
  capture: isAutomatic ? "automatic" : "manual",
  capture_options: {
    // A late authorization is taken, too.
    ...(isAutomatic && { automatic_expiry_period: LONGEST }),
    manual_expiry_period: LONGEST,
    refund_speed: "normal",
  },
})

/** At most 40 characters, and each only once. */
const receiptOf = ({ session_id, former_order_ids }: Unplaced) =>
  former_order_ids.length > 0
    ? `${session_id}-${former_order_ids.length + 1}`
    : session_id

/** The order that a call without an answer has made after all. */
async function madeBefore(
  client: RazorpayClient,
  receipt: string,
  own: Unplaced
): Promise<RazorpayOrder | undefined> {
  // The first error says more than one of this look.
  const orders = await client.ordersOf(receipt).catch(() => [])
  return orders.find(
    (order) =>
      sessionIdOf(order) === own.session_id &&
      order.amount === own.amount &&
      order.currency === own.currency
  )
}

/** Makes an order that is paid at once and in whole. */
export async function placeOrder(
  client: RazorpayClient,
  own: Unplaced,
  { isAutomatic, collectionId }: Terms
): Promise<RazorpayOrder> {
  const receipt = receiptOf(own)
  const order = {
    amount: own.amount,
    currency: own.currency,
    receipt,
    notes: {
      session_id: own.session_id,
      ...(collectionId && { payment_collection_id: collectionId }),
    },
    payment: capturing(isAutomatic),
  }
  return client.createOrder(order).catch(async (error: unknown) => {
    const made = await madeBefore(client, receipt, own)
    if (made) {
      return made
    }
    throw error
  })
}
