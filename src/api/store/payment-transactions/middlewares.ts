import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { validateQuery } from "../../utils/validate"
import { StoreGetCustomerPayments, StoreGetOrderPayments } from "./validators"

const loggedIn = authenticate("customer", ["session", "bearer"])

export const storePaymentTransactionsMiddlewares = featureRoutes(
  "payment-transactions",
  [
    {
      matcher: "/store/orders/:id/payments",
      methods: ["GET"],
      middlewares: [loggedIn, validateQuery(StoreGetOrderPayments)],
    },
    {
      matcher: "/store/customers/me/payments",
      methods: ["GET"],
      middlewares: [loggedIn, validateQuery(StoreGetCustomerPayments)],
    },
  ]
)
