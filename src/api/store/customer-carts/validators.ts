import { StoreGetCartsCart } from "@medusajs/medusa/api/store/carts/validators"
import { z } from "@medusajs/framework/zod"
import { id } from "../../../utils/input"

/** Medusa's own `fields`, and what a new cart needs. */
export const StoreGetCustomerCart = StoreGetCartsCart.extend({
  region_id: id.optional(),
  sales_channel_id: id.optional(),
})
export type StoreGetCustomerCartType = {
  region_id?: string
  sales_channel_id?: string
}

export const StoreTakeOverCart = z.strictObject({ cart_id: id })
export type StoreTakeOverCartType = z.infer<typeof StoreTakeOverCart>

export const StoreCartVariant = z.object({ variant_id: id })
