import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { deleteLines } from "../../../../../../workflows/customer-carts/delete-lines"

defineFileConfig({ path: __filename, isDisabled: isOff("customer-carts") })

/** Takes a variant out of a cart, whichever lines it stands in. Again it changes nothing. */
export async function DELETE(req: MedusaRequest, res: MedusaResponse) {
  const { id: cart_id = "", variant_id } = req.params
  await deleteLines(req.scope, { cart_id, variant_id })
  const cart = await refetchCart(cart_id, req.scope, req.queryConfig.fields)
  res.json({ cart })
}
