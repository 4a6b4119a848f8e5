import { z } from "@medusajs/framework/zod"

/** Options of the feature `jobs`, the durable queue in the store's Postgres. */
export const jobsOptionsSchema = z.strictObject({
  /**
   * How many jobs one instance handles at the same time, 1 to 50.
   * @default 4
   */
  concurrency: z
    .number("must be a whole number from 1 to 50")
    .int("must be a whole number from 1 to 50")
    .min(1, "must be a whole number from 1 to 50")
    .max(50, "must be a whole number from 1 to 50")
    .default(4),
  /**
   * How often an instance looks for jobs whose time has come, in milliseconds, 100 to 60000.
   * New jobs are announced by Postgres and do not wait for it.
   * @default 5000
   */
  pollIntervalMs: z
    .number("must be a whole number from 100 to 60000")
    .int("must be a whole number from 100 to 60000")
    .min(100, "must be a whole number from 100 to 60000")
    .max(60_000, "must be a whole number from 100 to 60000")
    .default(5000),
})

export type JobsOptions = z.infer<typeof jobsOptionsSchema>
