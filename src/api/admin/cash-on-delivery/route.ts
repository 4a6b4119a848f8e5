import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"
import type { AdminCashOrdersResponse } from "../../../types/cash-on-delivery"
import type { AdminGetCashOrdersType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("cash-on-delivery") })

/** The orders whose cash is still to collect, the oldest first. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCashOrdersResponse>
) {
  const page = req.validatedQuery as AdminGetCashOrdersType
  const found = await req.scope
    .resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)
    .listOpenOrders(page)
  res.json({ ...found, limit: page.limit, offset: page.offset })
}
