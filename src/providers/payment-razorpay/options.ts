import { isProduction } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isLoopback } from "../../utils/option-kit"

const text = (max: number) =>
  z
    .string(`must be a text of 1 to ${max} characters`)
    .min(1, `must be a text of 1 to ${max} characters`)
    .max(max, `must be a text of 1 to ${max} characters`)

const webhookSecret = text(255).min(8, "must be 8 characters or more")

const perIp = z
  .strictObject({
    /** Results of Checkout that one ip may hand in, in one window. */
    points: z.number("must be a number").int().min(1).default(60),
    /** Length of the window in seconds. */
    seconds: z.number("must be a number").int().min(1).default(600),
  })
  .prefault({})

const fields = z.strictObject({
  /** The key id, `rzp_live_…`; test keys are refused in production. Without it the store has no Razorpay. */
  keyId: text(255)
    .regex(
      /^rzp_(live|test)_\w+$/,
      "must be a key id, which begins with rzp_live_ or rzp_test_"
    )
    .optional(),
  /** The secret of that key. */
  keySecret: text(255).optional(),
  /** Signs the webhooks of `/hooks/payment/razorpay_razorpay`; without it they are refused. */
  webhookSecret: webhookSecret.optional(),
  /** The secret before: webhooks signed with it are taken too, while secrets are rotated. */
  previousWebhookSecret: webhookSecret.optional(),
  /**
   * Takes the money when the shopper pays, instead of holding it until it is captured. What
   * is not captured within five days, Razorpay gives back.
   * @default false
   */
  capture: z.boolean("must be true or false").default(false),
  /** The store's name as Checkout shows it. */
  name: text(100).optional(),
  /**
   * How long one call may take, in milliseconds, 100 to 60000. A call that gets no answer
   * is made twice more; none of them can do the same thing twice.
   * @default 10000
   */
  timeoutMs: z
    .number("must be a whole number from 100 to 60000")
    .int("must be a whole number from 100 to 60000")
    .min(100, "must be a whole number from 100 to 60000")
    .max(60_000, "must be a whole number from 100 to 60000")
    .default(10_000),
  /** Calls of `POST /store/razorpay/verify` per client ip. @default 60 in 10 minutes */
  verificationsPerIp: perIp,
  /** Where Razorpay is, for tests; refused in production. @default Razorpay itself */
  host: z
    .url({ protocol: /^https?$/, error: "must be an http or https URL" })
    .optional(),
  /**
   * The demo store's: `host` is a simulator on this machine, in production too. The provider
   * is then `pp_razorpay_simulator`, so that its payments never reach a real account.
   * @default false
   */
  simulator: z.boolean("must be true or false").default(false),
})

type Fields = z.infer<typeof fields>

/** What is wrong with options that are each right by themselves: the option, and the line about it. */
function contradiction(options: Fields): [keyof Fields, string] | undefined {
  const { keyId, keySecret, host, simulator } = options
  if (keyId && !keySecret) {
    return ["keySecret", "is required beside keyId"]
  }
  if (simulator && !(host && isLoopback(host))) {
    return ["host", "must be an address of this machine for the simulator"]
  }
  if (isProduction() && !simulator && host) {
    return [
      "host",
      "is refused when NODE_ENV is production: payments must go to Razorpay itself",
    ]
  }
  return isProduction() && !simulator && keyId?.startsWith("rzp_test_")
    ? [
        "keyId",
        "is a test key, which takes no money, and is refused when NODE_ENV is production: set the live key",
      ]
    : undefined
}

/** Options of the feature `razorpay`. */
export const razorpayOptionsSchema = fields.superRefine((options, context) => {
  const found = contradiction(options)
  if (found) {
    const [option, message] = found
    context.addIssue({ code: "custom", path: [option], message })
  }
})

export type RazorpayOptions = Fields

/** Of a store that has Razorpay. */
export type RazorpayProviderOptions = RazorpayOptions & {
  keyId: string
  keySecret: string
}
