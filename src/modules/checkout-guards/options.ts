import { z } from "@medusajs/framework/zod"

/** Options of the feature `checkout-guards`: none; `false` switches it off. */
export const checkoutGuardsOptionsSchema = z.strictObject({})
