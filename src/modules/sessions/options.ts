import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

/** Options of the feature `sessions`. */
export const sessionsOptionsSchema = z.strictObject({
  /**
   * How long after a sign-in its token can be exchanged for a newer one, in days, 1 to 365.
   * @default 30; under `strict` of `sign-in` 7
   */
  refreshDays: optionWhole(1, 365).optional(),
  /** How long a cookie is good for, in hours, 1 to 720. @default 12 */
  cookieHours: optionWhole(1, 720).default(12),
  /** After how many minutes without a request a cookie is good no more, 5 to 43200. @default 120 */
  cookieIdleMinutes: optionWhole(5, 43_200).default(120),
  /** After how many days sessions that are over are forgotten, 1 to 3650. @default 30 */
  keepDays: optionWhole(1, 3650).default(30),
})

export type SessionsOptions = z.infer<typeof sessionsOptionsSchema>
