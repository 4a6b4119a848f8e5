import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

/** Options of the feature `accounts`. */
export const accountsOptionsSchema = z.strictObject({
  /**
   * For how many minutes the link to a new e-mail address works, 5 to 1440.
   * @default 60
   */
  emailLinkMinutes: optionWhole(5, 1440).default(60),
  /**
   * Whether customers who sign in with a password have to show that the e-mail address is theirs, those of before
   * included: by Medusa's `link`, or also by a `code` of 6 digits. A registration then does not tell whether the
   * address is taken.
   * @default "off"
   */
  verification: z
    .enum(["off", "link", "code"], "must be off, link or code")
    .default("off"),
})

export type AccountsOptions = z.infer<typeof accountsOptionsSchema>
