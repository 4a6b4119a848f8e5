import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import {
  AdminCollectCash,
  AdminExportCashOrders,
  AdminGetCashOrders,
} from "./validators"

export const adminCashOnDeliveryMiddlewares = featureRoutes(
  "cash-on-delivery",
  [
    {
      matcher: "/admin/cash-on-delivery",
      methods: ["GET"],
      middlewares: [validateQuery(AdminGetCashOrders)],
    },
    {
      matcher: "/admin/cash-on-delivery/export",
      methods: ["GET"],
      middlewares: [validateQuery(AdminExportCashOrders)],
    },
    {
      matcher: "/admin/cash-on-delivery/collect",
      methods: ["POST"],
      middlewares: [validateBody(AdminCollectCash)],
    },
  ]
)
