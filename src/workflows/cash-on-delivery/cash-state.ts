import { MathBN, PaymentSessionStatus } from "@medusajs/framework/utils"
import type { CashOrder } from "../../modules/cash-on-delivery/service"
import type { CashState } from "../../types/cash-on-delivery"

/** Where an order's cash stands. For a canceled order none is taken any more. */
export function cashStateOf(order: CashOrder): CashState {
  if (order.is_in_books) {
    return "collected"
  }
  if (order.is_canceled) {
    return "canceled"
  }
  if (order.payment_id) {
    return "started"
  }
  const isWaiting =
    order.session_status === PaymentSessionStatus.PENDING_AUTHORIZATION
  return isWaiting && MathBN.gt(order.owed, 0) ? "open" : "nothing_owed"
}
