import { z } from "@medusajs/framework/zod"

/** So that a path can follow. */
const withoutSlash = (url: string) => url.replace(/\/+$/, "")

/** What more than one feature needs. */
export const generalOptionsSchema = z.strictObject({
  /**
   * Signs the suite's own links and tokens; 16 characters or more.
   * @default derived from Medusa's `http.jwtSecret`, which Medusa demands in production
   */
  secret: z
    .string()
    .min(16, "must be a string of 16 characters or more")
    .optional(),
  /**
   * Where the storefront lives; mailed and copied links open there.
   * @default "http://localhost:8000"
   */
  storefrontUrl: z
    .url("must be a URL such as https://shop.example.com")
    .transform(withoutSlash)
    .default("http://localhost:8000"),
  /**
   * Where shoppers and mail programs reach this server; links that need no storefront open there.
   * @default "http://localhost:9000"
   */
  backendUrl: z
    .url({
      protocol: /^https?$/,
      error: "must be a URL such as https://api.shop.example.com",
    })
    .transform(withoutSlash)
    .default("http://localhost:9000"),
  /**
   * How many reverse proxies of yours stand before the store, 0 to 10. Only that many
   * entries of X-Forwarded-For, counted from the right, are believed.
   * @default 0
   */
  trustedHops: z
    .number("must be a whole number from 0 to 10")
    .int("must be a whole number from 0 to 10")
    .min(0, "must be a whole number from 0 to 10")
    .max(10, "must be a whole number from 0 to 10")
    .default(0),
  /**
   * Addresses of storefront servers. Many shoppers come from one of them, so per-ip limits skip them.
   * @default []
   */
  storefrontIps: z
    .array(z.string(), "must be a list of ip addresses")
    .default([]),
  /** Shared with the storefront's server, which signs the shopper's ip with it; 16 characters or more. */
  storefrontSecret: z
    .string()
    .min(16, "must be a string of 16 characters or more")
    .optional(),
})

export type GeneralOptions = z.infer<typeof generalOptionsSchema>
