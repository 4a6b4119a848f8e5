import { featureRoutes } from "../../utils/feature-routes"
import { validateQuery } from "../../utils/validate"
import {
  AdminExportPaymentTransactions,
  AdminGetPaymentTransactions,
} from "./validators"

export const adminPaymentTransactionsMiddlewares = featureRoutes(
  "payment-transactions",
  [
    {
      matcher: "/admin/payment-transactions",
      methods: ["GET"],
      middlewares: [validateQuery(AdminGetPaymentTransactions)],
    },
    {
      matcher: "/admin/payment-transactions/export",
      methods: ["GET"],
      middlewares: [validateQuery(AdminExportPaymentTransactions)],
    },
  ]
)
