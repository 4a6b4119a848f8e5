import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

const flag = (preset: boolean) =>
  z.boolean("must be true or false").default(preset)

/** Options of the feature `login-events`. */
export const loginEventsOptionsSchema = z.strictObject({
  /**
   * Writes each event before its request is answered, so that no crash loses one. Otherwise up
   * to a second of them waits in memory.
   * @default false
   */
  durable: flag(false),
  /** After how many days events are forgotten, by whole months, 31 to 3650. The daily sums stay. @default 365 */
  keepDays: optionWhole(31, 3650).default(365),
  /** After how many days an address is cut to its network (/24, /48), 1 to 3650. @default 30 */
  keepIpDays: optionWhole(1, 3650).default(30),
  /** Whether customers are mailed when somebody signs in from a device that is new to their account. @default true */
  newDeviceMail: flag(true),
  /** When failures make the event `login-events.burst`. */
  burst: z
    .strictObject({
      /** Of one account, 2 to 10000. @default 10 */
      failures: optionWhole(2, 10_000).default(10),
      /** Of one address, at whatever accounts, 2 to 100000. @default 50 */
      ipFailures: optionWhole(2, 100_000).default(50),
      /** Within so many minutes, 1 to 60. @default 5 */
      minutes: optionWhole(1, 60).default(5),
    })
    .prefault({}),
})

export type LoginEventsOptions = z.infer<typeof loginEventsOptionsSchema>
