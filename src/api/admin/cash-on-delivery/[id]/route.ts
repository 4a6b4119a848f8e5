import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { CASH_ON_DELIVERY_MODULE } from "../../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../../modules/cash-on-delivery/service"
import type { AdminCashOrderStateResponse } from "../../../../types/cash-on-delivery"
import { cashStateOf } from "../../../../workflows/cash-on-delivery/cash-state"

defineFileConfig({ path: __filename, isDisabled: isOff("cash-on-delivery") })

/** How one order's cash stands; null when the order is paid in another way, or there is none. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCashOrderStateResponse>
) {
  const order = await req.scope
    .resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)
    .findCashOrder(req.params.id ?? "")
  if (!order) {
    return res.json({ cash: null })
  }
  const { order_id, currency_code, owed, payment_amount } = order
  const amount = payment_amount ?? owed
  const state = cashStateOf(order)
  res.json({ cash: { order_id, state, amount, currency_code } })
}
