import { z } from "@medusajs/framework/zod"

/** Options of the feature `customer-carts`: none; `false` switches it off. */
export const customerCartsOptionsSchema = z.strictObject({})
