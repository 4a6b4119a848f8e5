import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { StoreCartCountResponse } from "../../../../../types/customer-carts"
import {
  cartsOf,
  noSuchCart,
} from "../../../../../workflows/customer-carts/service-of"

defineFileConfig({ path: __filename, isDisabled: isOff("customer-carts") })

/** For the number beside a cart's picture: one statement. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<StoreCartCountResponse>
) {
  const { id = "" } = req.params
  const counted = await cartsOf(req.scope).countItems(id)
  if (!counted) {
    throw noSuchCart(id)
  }
  res.setHeader("Cache-Control", "no-store")
  res.json(counted)
}
