import { z } from "@medusajs/framework/zod"

const WINDOW = "must be a whole number from 1 to 30"

/** Options of the feature `facts`: reactions to orders and payments that no crash loses. */
export const factsOptionsSchema = z.strictObject({
  /**
   * How far back rows are searched for facts that were missed, in days, 1 to 30; also how
   * much is made up for after the feature was off.
   * @default 3
   */
  lookBackDays: z
    .number(WINDOW)
    .int(WINDOW)
    .min(1, WINDOW)
    .max(30, WINDOW)
    .default(3),
})

export type FactsOptions = z.infer<typeof factsOptionsSchema>
