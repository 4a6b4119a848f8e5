import { featureRoutes } from "../../utils/feature-routes"
import { hideGoneProviders } from "./hide-gone-providers"
import { refuseGoneProvider } from "./refuse-gone-provider"

export const storePaymentProvidersMiddlewares = featureRoutes(
  "checkout-guards",
  [
    {
      matcher: "/store/payment-providers",
      methods: ["GET"],
      middlewares: [hideGoneProviders],
    },
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [refuseGoneProvider],
    },
  ]
)
