import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { deleteLines } from "../../../../../workflows/customer-carts/delete-lines"

defineFileConfig({ path: __filename, isDisabled: isOff("customer-carts") })

/** Empties a cart; address, e-mail and shipping stay. Again it changes nothing. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const cart_id = req.params.id ?? ""
  await deleteLines(req.scope, { cart_id })
  const cart = await refetchCart(cart_id, req.scope, req.queryConfig.fields)
  res.json({ cart })
}
