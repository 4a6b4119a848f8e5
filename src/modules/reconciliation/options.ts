import { z } from "@medusajs/framework/zod"

function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`
  return z.number(message).int(message).min(min, message).max(max, message)
}

/** Options of the feature `reconciliation`. */
export const reconciliationOptionsSchema = z.strictObject({
  /**
   * How old something unfinished must be before it is looked at, in seconds, 5 to 600: a live
   * checkout is not disturbed.
   * @default 30
   */
  graceSeconds: wholeNumber(5, 600).default(30),
  /**
   * After how many seconds a refund that the gateway does not know counts as never made, 30 to
   * 900. More than a provider waits for its answer, repeats included.
   * @default 75
   */
  unansweredSeconds: wholeNumber(30, 900).default(75),
  /**
   * For how many minutes a payment that a shopper has begun is asked for each minute, 1 to 240;
   * later ever more seldom.
   * @default 30
   */
  pollMinutes: wholeNumber(1, 240).default(30),
  /** How many days back it looks, 1 to 30; never before the suite was installed. @default 3 */
  lookBackDays: wholeNumber(1, 30).default(3),
  /**
   * How many surplus payments are given back within an hour, 0 to 1000. More are listed for a
   * person; 0 lists all.
   * @default 20
   */
  surplusPerHour: wholeNumber(0, 1000).default(20),
})

export type ReconciliationOptions = z.infer<typeof reconciliationOptionsSchema>
