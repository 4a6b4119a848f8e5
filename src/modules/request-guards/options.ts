import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

const ORIGIN = "must be an origin such as https://cdn.shop.example.com"

/** Options of the feature `request-guards`. */
export const requestGuardsOptionsSchema = z.strictObject({
  /**
   * The longest page that a list of the Store API gives out; a longer one is refused with 400.
   * @default 200
   */
  storePageSize: optionWhole(1, 100_000).default(200),
  /**
   * The same for the Admin API. Medusa's dashboard asks for up to 9,999.
   * @default 10000
   */
  adminPageSize: optionWhole(1, 100_000).default(10_000),
  /**
   * Security headers on every answer.
   * @default true
   */
  headers: z.boolean("must be true or false").default(true),
  /**
   * Where else the admin's pages may load from and send to: origins of a widget's service, or of pictures without https.
   * @default []
   */
  adminOrigins: z
    .array(
      z.url({ protocol: /^(https?|wss?)$/, error: ORIGIN }).refine((url) => {
        return !URL.canParse(url) || new URL(url).origin === url
      }, ORIGIN),
      "must be a list of origins"
    )
    .default([]),
})

export type RequestGuardsOptions = z.infer<typeof requestGuardsOptionsSchema>
