import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { noBody } from "../../../utils/input"
import { AdminGetPaymentWebhooks, AdminPaymentWebhookIds } from "./validators"

const PATH = "/admin/payment-webhooks"

export const adminPaymentWebhooksMiddlewares = featureRoutes(
  "payment-webhooks",
  [
    {
      matcher: PATH,
      methods: ["GET"],
      middlewares: [validateQuery(AdminGetPaymentWebhooks)],
    },
    {
      matcher: `${PATH}/replay`,
      methods: ["POST"],
      middlewares: [validateBody(AdminPaymentWebhookIds)],
    },
    {
      matcher: `${PATH}/:id/replay`,
      methods: ["POST"],
      middlewares: [validateBody(noBody)],
    },
  ]
)
