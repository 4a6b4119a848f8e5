import { z } from "@medusajs/framework/zod"

const whole = (least: number, most: number, preset: number) => {
  const message = `must be a whole number from ${least} to ${most}`
  return z
    .number(message)
    .int(message)
    .min(least, message)
    .max(most, message)
    .default(preset)
}

/** As many bytes as a file may have: an integer column holds them. */
const MAX_BYTES = 2_147_483_647

const PAGE_RULE = "must be a path of the storefront or a URL, without #"

/** Options of the feature `digital-products`. */
export const digitalProductsOptionsSchema = z.strictObject({
  /**
   * The page that mailed links open, which gets `#token=…`: a path of the storefront or a URL.
   * @default the suite's own, `/downloads` at `general.backendUrl`
   */
  downloadPage: z
    .string(PAGE_RULE)
    .max(500)
    .regex(/^(?:https?:\/\/|\/)[^#\s]*$/, PAGE_RULE)
    .optional(),
  /** How long a link to a file works, 1 to 15 minutes. @default 15 */
  linkMinutes: whole(1, 15, 15),
  /** The largest file, in bytes. @default 2147483647 */
  maxFileBytes: whole(1, MAX_BYTES, MAX_BYTES),
  /**
   * The header in which a CDN of yours tells the shopper's country, such as "cf-ipcountry"; it must
   * overwrite what shoppers send. Without it the history knows no country.
   */
  countryHeader: z
    .string("must be the name of a header")
    .regex(/^[a-z][a-z0-9-]{1,60}$/, "must be a header's name in lower case")
    .optional(),
  /** Requests with a mailed token or a link, per client ip. @default 60 a minute */
  requestsPerIp: z
    .strictObject({
      points: whole(1, 100_000, 60),
      seconds: whole(1, 86_400, 60),
    })
    .prefault({}),
})

export type DigitalProductsOptions = z.infer<
  typeof digitalProductsOptionsSchema
>
