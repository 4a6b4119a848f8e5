import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

const policy = z
  .enum(["optional", "required"], "must be optional or required")
  .default("optional")

/** What an admin does with a second factor of the last 10 minutes only, if they have one. */
export const STEP_UP_ACTIONS = ["api-keys", "invites", "delete-users"] as const

/** Options of the feature `two-factor`. */
export const twoFactorOptionsSchema = z.strictObject({
  /**
   * `required`: an admin without a second factor reaches the profile page and nothing else.
   * @default "optional"
   */
  admins: policy,
  /**
   * `required`: a signed-in customer without one reaches no more of their account than it takes to set one up.
   * Browsing, carts and checkout go on.
   * @default "optional"
   */
  customers: policy,
  /**
   * How many days whoever must have a second factor may go without: from the day their account was made, or the
   * policy came, whichever is later.
   * @default 7
   */
  graceDays: optionWhole(0, 365).default(7),
  /** Whether codes by e-mail are offered beside the authenticator app. @default true */
  emailCodes: z.boolean("must be true or false").default(true),
  /**
   * What takes a second factor of the last 10 minutes, of admins who have one. Running workflows by hand has the
   * option `sign-in.workflowsByHand`; resetting another's second factor always takes one.
   * @default all of them
   */
  stepUp: z
    .array(
      z.enum(
        STEP_UP_ACTIONS,
        `must be a list of ${STEP_UP_ACTIONS.join(", ")}`
      ),
      `must be a list of ${STEP_UP_ACTIONS.join(", ")}`
    )
    .default([...STEP_UP_ACTIONS]),
})

export type TwoFactorOptions = z.infer<typeof twoFactorOptionsSchema>
