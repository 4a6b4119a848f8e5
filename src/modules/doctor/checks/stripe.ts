import { type ConfigCheck, ok, type Setup, warning } from "../finding"

const SECRET_NAME = /webhook_?secrets?$/i
const KEY_NAME = /^(api|secret)_?key$/i

function stripeOptions({ suite }: Setup): Record<string, unknown> | undefined {
  const options = (suite as Record<string, unknown>)["stripe"]
  return typeof options === "object" && options
    ? (options as Record<string, unknown>)
    : undefined
}

function valuesOf(options: Record<string, unknown>, name: RegExp): string[] {
  return Object.entries(options)
    .filter(([key]) => name.test(key))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === "string" && value !== "") as string[]
}

/** Without a webhook secret no payment that ends outside the checkout becomes an order. */
export const stripe: ConfigCheck = {
  name: "stripe",
  examine: (setup) => {
    const options = stripeOptions(setup)
    const keys = options ? valuesOf(options, KEY_NAME) : []
    if (!options || keys.length === 0) {
      return ok("not set up")
    }
    if (valuesOf(options, SECRET_NAME).length === 0) {
      return warning(
        "no webhook secret: events of Stripe are refused",
        "set STRIPE_WEBHOOK_SECRET to the signing secret of the endpoint in Stripe's dashboard"
      )
    }
    return setup.isProduction && keys.some((key) => /^[sr]k_test_/.test(key))
      ? warning(
          "a test key in production: no money is taken",
          "set STRIPE_API_KEY to the live key"
        )
      : ok("key and webhook secret are set")
  },
}
