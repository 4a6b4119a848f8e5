import { type ConfigCheck, ok, warning } from "../finding"

/** Without a webhook secret no payment that ends outside the checkout becomes an order. */
export const razorpay: ConfigCheck = {
  name: "razorpay",
  examine: ({ suite }) => {
    if (!suite.razorpay || !suite.razorpay.keyId) {
      return ok("not set up")
    }
    return suite.razorpay.webhookSecret
      ? ok("key and webhook secret are set")
      : warning(
          "no webhook secret: events of Razorpay are refused",
          "set RAZORPAY_WEBHOOK_SECRET to the secret of the webhook in Razorpay's dashboard"
        )
  },
}
