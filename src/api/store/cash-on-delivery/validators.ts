import { z } from "@medusajs/framework/zod"
import { id } from "../../../utils/input"

export const StoreGetCashOnDelivery = z.strictObject({ cart_id: id })
export type StoreGetCashOnDeliveryType = z.infer<typeof StoreGetCashOnDelivery>
