import { z } from "@medusajs/framework/zod"

/** Options of the feature `rate-limits`. */
export const rateLimitsOptionsSchema = z.strictObject({
  /**
   * Multiplies every limit of the suite; 10 lets ten times as much through.
   * @default 1
   */
  factor: z
    .number("must be a number above 0")
    .positive("must be a number above 0")
    .default(1),
})

export type RateLimitsOptions = z.infer<typeof rateLimitsOptionsSchema>
