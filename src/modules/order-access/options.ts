import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

/** Options of the feature `order-access`. */
export const orderAccessOptionsSchema = z.strictObject({
  /**
   * For how many minutes after it was placed anybody who has an order's id may read it, 0 to 1440: the storefront's
   * confirmation page of a guest has nothing else. 0 for nobody.
   * @default 30
   */
  openMinutes: optionWhole(0, 1440).default(30),
  /**
   * For how many days the link in the confirmation mail opens the order, 1 to 3650.
   * @default 365
   */
  linkDays: optionWhole(1, 3650).default(365),
  /**
   * The storefront's page that the mail links to, with `#token=…`; `{id}` is the order's.
   * @default "/order/{id}/confirmed"
   */
  orderPage: z
    .string("must be a path of the storefront or a URL, without #")
    .max(500)
    .regex(
      /^(?:https?:\/\/|\/)[^#\s]*$/,
      "must be a path of the storefront or a URL, without #"
    )
    .default("/order/{id}/confirmed"),
})

export type OrderAccessOptions = z.infer<typeof orderAccessOptionsSchema>
