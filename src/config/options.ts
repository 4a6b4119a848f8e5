import type { z } from "@medusajs/framework/zod"
import { accountsOptionsSchema } from "../modules/accounts/options"
import { cashOnDeliveryOptionsSchema } from "../modules/cash-on-delivery/options"
import { checkoutGuardsOptionsSchema } from "../modules/checkout-guards/options"
import { customerCartsOptionsSchema } from "../modules/customer-carts/options"
import { digitalProductsOptionsSchema } from "../modules/digital-products/options"
import { doctorOptionsSchema } from "../modules/doctor/options"
import { factsOptionsSchema } from "../modules/facts/options"
import { filesOptionsSchema } from "../modules/files/options"
import { jobsOptionsSchema } from "../modules/jobs/options"
import { loginEventsOptionsSchema } from "../modules/login-events/options"
import { messagesOptionsSchema } from "../modules/messages/options"
import { orderAccessOptionsSchema } from "../modules/order-access/options"
import { paymentTransactionsOptionsSchema } from "../modules/payment-transactions/options"
import { paymentWebhooksOptionsSchema } from "../modules/payment-webhooks/options"
import { rateLimitsOptionsSchema } from "../modules/rate-limits/options"
import { reconciliationOptionsSchema } from "../modules/reconciliation/options"
import { requestGuardsOptionsSchema } from "../modules/request-guards/options"
import { sessionsOptionsSchema } from "../modules/sessions/options"
import { signInOptionsSchema } from "../modules/sign-in/options"
import { testimonialsOptionsSchema } from "../modules/testimonials/options"
import { twoFactorOptionsSchema } from "../modules/two-factor/options"
import { razorpayOptionsSchema } from "../providers/payment-razorpay/options"
import { stripeOptionsSchema } from "../providers/payment-stripe/options"
import { optionError, parseOptions } from "../utils/options"
import { generalOptionsSchema } from "./general-options"

/** Every feature of the suite: its slug and the schema of its options. */
export const FEATURES = {
  accounts: accountsOptionsSchema,
  "cash-on-delivery": cashOnDeliveryOptionsSchema,
  "checkout-guards": checkoutGuardsOptionsSchema,
  "customer-carts": customerCartsOptionsSchema,
  "digital-products": digitalProductsOptionsSchema,
  doctor: doctorOptionsSchema,
  facts: factsOptionsSchema,
  files: filesOptionsSchema,
  jobs: jobsOptionsSchema,
  "login-events": loginEventsOptionsSchema,
  messages: messagesOptionsSchema,
  "order-access": orderAccessOptionsSchema,
  "payment-transactions": paymentTransactionsOptionsSchema,
  "payment-webhooks": paymentWebhooksOptionsSchema,
  "rate-limits": rateLimitsOptionsSchema,
  razorpay: razorpayOptionsSchema,
  reconciliation: reconciliationOptionsSchema,
  "request-guards": requestGuardsOptionsSchema,
  sessions: sessionsOptionsSchema,
  "sign-in": signInOptionsSchema,
  stripe: stripeOptionsSchema,
  testimonials: testimonialsOptionsSchema,
  "two-factor": twoFactorOptionsSchema,
} as const

export type FeatureSlug = keyof typeof FEATURES

/**
 * The suite's options: `general` for what features share, then one key per feature slug.
 * `false` switches a feature off: no routes and no effects, while its data stays.
 */
export type CommerceSuiteOptions = {
  general?: z.input<typeof generalOptionsSchema>
} & {
  [Slug in FeatureSlug]?: z.input<(typeof FEATURES)[Slug]> | false
}

/** The same, checked and with its defaults filled in. */
export type ResolvedSuiteOptions = {
  general: z.infer<typeof generalOptionsSchema>
} & {
  [Slug in FeatureSlug]: z.infer<(typeof FEATURES)[Slug]> | false
}

export const FEATURE_SLUGS = Object.keys(FEATURES) as FeatureSlug[]

/** Features that are a provider of one of Medusa's modules, in `src/providers`. */
const PROVIDER_SLUGS: FeatureSlug[] = ["razorpay", "stripe"]

/** Features that others stand on, and which these are: without the queue, what they take in would wait for ever. */
const NEEDED_BY: Partial<Record<FeatureSlug, FeatureSlug[]>> = {
  jobs: [
    "accounts",
    "digital-products",
    "facts",
    "login-events",
    "messages",
    "payment-transactions",
    "payment-webhooks",
    "reconciliation",
    "sessions",
    "sign-in",
    "two-factor",
  ],
  facts: ["digital-products"],
  files: ["digital-products"],
}

/** Features with a module of their own, in `src/modules/<slug>`. */
export const MODULE_SLUGS = FEATURE_SLUGS.filter(
  (slug) => !PROVIDER_SLUGS.includes(slug)
)

/**
 * Checks the whole options object.
 * @throws one line that names the wrong option and what is allowed
 */
export function resolveSuiteOptions(
  options: CommerceSuiteOptions
): ResolvedSuiteOptions {
  const allowed = ["general", ...FEATURE_SLUGS]
  const unknown = Object.keys(options).find((slug) => !allowed.includes(slug))
  if (unknown) {
    throw optionError(`${unknown}: unknown; allowed are ${allowed.join(", ")}`)
  }
  refuseWithoutNeeded(options)
  const features = FEATURE_SLUGS.map((slug) => [
    slug,
    options[slug] === false
      ? false
      : parseOptions(slug, FEATURES[slug], options[slug]),
  ])
  return {
    general: parseOptions("general", generalOptionsSchema, options.general),
    ...Object.fromEntries(features),
  }
}

function refuseWithoutNeeded(options: CommerceSuiteOptions) {
  const isOn = (slug: FeatureSlug) => options[slug] !== false
  for (const slug of FEATURE_SLUGS.filter((each) => !isOn(each))) {
    const names = (NEEDED_BY[slug] ?? []).filter(isOn).join(", ")
    if (names) {
      throw optionError(
        `${slug}: must not be false, ${names} would stand still; switch ${slug} on, or set ${names} to false too`
      )
    }
  }
}
