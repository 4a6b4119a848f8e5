import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const text = (max: number) =>
  z
    .string(`must be a text of 1 to ${max} characters`)
    .min(1, `must be a text of 1 to ${max} characters`)
    .max(max, `must be a text of 1 to ${max} characters`)

const webhookSecret = text(255).regex(
  /^whsec_\S+$/,
  "must be the signing secret of a webhook endpoint, which begins with whsec_"
)

const host = z
  .strictObject({
    protocol: z.enum(["http", "https"], "must be http or https"),
    /** Its name, without a protocol or a path. */
    host: text(255),
    port: z.number("must be a port").int().min(1).max(65_535).optional(),
  })
  .refine(
    () => !isProduction(),
    "is refused when NODE_ENV is production: payments must go to Stripe itself"
  )

/** Options of the feature `stripe`. */
export const stripeOptionsSchema = z.strictObject({
  /** The secret or restricted key. Without it the store has no Stripe. */
  apiKey: text(255)
    .regex(
      /^(sk|rk)_\S+$/,
      "must be a secret key, which begins with sk_ or rk_"
    )
    .optional(),
  /** Signs the webhooks of the endpoint `/hooks/payment/stripe_stripe`; without it they are refused. */
  webhookSecret: webhookSecret.optional(),
  /** The secret before: webhooks signed with it are taken too, while secrets are rotated. */
  previousWebhookSecret: webhookSecret.optional(),
  /**
   * Takes the money when the order is placed, instead of holding it until it is captured.
   * @default false
   */
  capture: z.boolean("must be true or false").default(false),
  /** Offers the payment methods that Stripe's dashboard has switched on. @default false */
  automaticPaymentMethods: z.boolean("must be true or false").default(false),
  /** Id of a payment method configuration of the dashboard, such as "pmc_…". */
  paymentMethodConfiguration: text(255).optional(),
  /** What stands on a payment in the dashboard unless the storefront says otherwise. */
  paymentDescription: text(1000).optional(),
  /**
   * How long one call may take, in milliseconds, 100 to 80000. A call that gets no answer
   * is made twice more with the same idempotency key.
   * @default 15000
   */
  timeoutMs: z
    .number("must be a whole number from 100 to 80000")
    .int("must be a whole number from 100 to 80000")
    .min(100, "must be a whole number from 100 to 80000")
    .max(80_000, "must be a whole number from 100 to 80000")
    .default(15_000),
  /** Where Stripe is, for tests; refused in production. @default Stripe itself */
  host: host.optional(),
})

export type StripeOptions = z.infer<typeof stripeOptionsSchema>

/** Of a store that has Stripe. */
export type StripeProviderOptions = StripeOptions & { apiKey: string }
