import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

/** Options of the feature `accounts`. */
export const accountsOptionsSchema = z.strictObject({
  /**
   * For how many minutes the link to a new e-mail address works, 5 to 1440.
   * @default 60
   */
  emailLinkMinutes: optionWhole(5, 1440).default(60),
})

export type AccountsOptions = z.infer<typeof accountsOptionsSchema>
