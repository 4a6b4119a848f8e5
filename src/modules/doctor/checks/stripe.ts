import { type ConfigCheck, ok, warning } from "../finding"

/** Without a webhook secret no payment that ends outside the checkout becomes an order. */
export const stripe: ConfigCheck = {
  name: "stripe",
  examine: ({ suite, isProduction }) => {
    if (!suite.stripe || !suite.stripe.apiKey) {
      return ok("not set up")
    }
    const { apiKey, webhookSecret } = suite.stripe
    if (!webhookSecret) {
      return warning(
        "no webhook secret: events of Stripe are refused",
        "set STRIPE_WEBHOOK_SECRET to the signing secret of the endpoint in Stripe's dashboard"
      )
    }
    return isProduction && /^[sr]k_test_/.test(apiKey)
      ? warning(
          "a test key in production: no money is taken",
          "set STRIPE_API_KEY to the live key"
        )
      : ok("key and webhook secret are set")
  },
}
