import { StoreGetCartsCart } from "@medusajs/medusa/api/store/carts/validators"
import { z } from "@medusajs/framework/zod"
import { id } from "../../../utils/input"

/** Medusa's validator of queries gives the message alone. */
const idOf = (name: string) =>
  z
    .string()
    .regex(
      /^[\w-]{1,64}$/,
      `${name}: must be an id of letters, digits, _ and -`
    )
    .optional()

/** Medusa's own `fields`, and what a new cart needs. */
export const StoreGetCustomerCart = StoreGetCartsCart.extend({
  region_id: idOf("region_id"),
  sales_channel_id: idOf("sales_channel_id"),
})
export type StoreGetCustomerCartType = {
  region_id?: string
  sales_channel_id?: string
}

export const StoreTakeOverCart = z.strictObject({ cart_id: id })
export type StoreTakeOverCartType = z.infer<typeof StoreTakeOverCart>

export const StoreCartVariant = z.object({ variant_id: id })
