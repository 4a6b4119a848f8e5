import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type { StoreCashOnDeliveryResponse } from "../../../types/cash-on-delivery"
import { readCashOffer } from "../../../workflows/cash-on-delivery/cash-offer"
import type { StoreGetCashOnDeliveryType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("cash-on-delivery") })

/** Whether a cart may be paid on delivery, why not, and what it costs. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<StoreCashOnDeliveryResponse>
) {
  const { cart_id } = req.validatedQuery as StoreGetCashOnDeliveryType
  const offer = await readCashOffer(req.scope, cart_id)
  res.setHeader("Cache-Control", "no-store")
  res.json({ cash_on_delivery: offer })
}
