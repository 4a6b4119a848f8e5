import { z } from "@medusajs/framework/zod"
import { optionWhole } from "../../utils/option-kit"

const ORIGIN = "must be an origin such as https://cdn.shop.example.com"

/** @param protocol - what an origin may begin with */
const origins = (protocol: RegExp) =>
  z
    .array(
      z.url({ protocol, error: ORIGIN }).refine((url) => {
        return !URL.canParse(url) || new URL(url).origin === url
      }, ORIGIN),
      "must be a list of origins"
    )
    .default([])

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
   * Requests to `/store` that come at the same time share one lookup of their publishable key.
   * @default true
   */
  shareKeyLookups: z.boolean("must be true or false").default(true),
  /**
   * Where else the admin's pages may load from and send to, and what they may show in a frame: origins of a widget's
   * service, or of pictures without https.
   * @default []
   */
  adminOrigins: origins(/^(https?|wss?)$/),
  /**
   * Whose scripts run in the admin's pages besides this server's. Each can do there what the admin can: never an origin
   * where somebody else may put files, such as the storage's.
   * @default []
   */
  adminScriptOrigins: origins(/^https?$/),
})

export type RequestGuardsOptions = z.infer<typeof requestGuardsOptionsSchema>
