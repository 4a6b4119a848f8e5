import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

const DAY = 86_400
const QUARTER = 900

const MAX_POINTS = 1_000_000

/** So many in a window of so many seconds. */
const allowance = z.strictObject({
  points: optionWhole(1, MAX_POINTS),
  seconds: optionWhole(1, 30 * DAY),
})

/** What a preset allows where no option of its own does. */
const PRESETS = {
  standard: {
    failuresPerIp: { points: 100, seconds: DAY },
    requestsPerIp: undefined,
    tokenLifetime: undefined,
    refreshDays: 30,
    refreshExpired: false,
  },
  strict: {
    failuresPerIp: { points: 5, seconds: QUARTER },
    requestsPerIp: { points: 100, seconds: QUARTER },
    tokenLifetime: "15m",
    refreshDays: 7,
    refreshExpired: true,
  },
}

/** Options of the feature `sign-in`. */
export const signInOptionsSchema = z.strictObject({
  /**
   * `strict`: tokens of 15 minutes (unless `http.jwtExpiresIn` says otherwise) that `sessions` exchanges for 7 days,
   * 5 failed sign-ins and 100 requests to `/store` and `/auth` per ip and 15 minutes.
   * @default "standard"
   */
  preset: z
    .enum(["standard", "strict"], "must be standard or strict")
    .default("standard"),
  /**
   * Wrong passwords per account and ip, or per known browser, before the first wait of 5 minutes; as many again,
   * and it is an hour, then a day.
   * @default 10
   */
  failuresPerAccount: optionWhole(1, 100).default(10),
  /** Failed sign-ins per ip, whatever the account. @default 100 a day; `strict`: 5 in 15 minutes */
  failuresPerIp: allowance.optional(),
  /** Wrong codes of the second factor per account, or per known browser. @default 5 in 15 minutes */
  failedCodes: allowance.default({ points: 5, seconds: QUARTER }),
  /** Registrations that were refused, per ip: each may tell that an address is taken. @default 20 an hour */
  refusedRegistrationsPerIp: allowance.default({ points: 20, seconds: 3600 }),
  /** Mails for a new password, per ip. @default 30 an hour */
  resetsPerIp: allowance.default({ points: 30, seconds: 3600 }),
  /** Requests to `/store` and `/auth` per ip. @default no limit; `strict`: 100 in 15 minutes */
  requestsPerIp: allowance.optional(),
  /**
   * How long a browser that signed in is known, in days; it then has counters of its own.
   * @default 365
   */
  knownBrowserDays: optionWhole(1, 730).default(365),
  /**
   * The shortest password that may be chosen, in characters. The most common ones are refused at any length.
   * @default 10
   */
  passwordMin: optionWhole(10, 64).default(10),
  /**
   * The longest one.
   * @default 128
   */
  passwordMax: optionWhole(64, 1024).default(128),
  /**
   * Whether an admin may run workflows by hand, and set their steps, without a second factor of the last
   * 10 minutes.
   * @default false
   */
  workflowsByHand: z.boolean("must be true or false").default(false),
})

export type SignInOptions = z.infer<typeof signInOptionsSchema>

/** What holds: an option of its own, or else its preset's. */
export function presetLimits(options: SignInOptions) {
  const preset = PRESETS[options.preset]
  return {
    ...preset,
    failuresPerIp: options.failuresPerIp ?? preset.failuresPerIp,
    requestsPerIp: options.requestsPerIp ?? preset.requestsPerIp,
  }
}
