import { featureRoutes } from "../../utils/feature-routes"
import {
  guardOrder,
  guardOrderOfBody,
  hideOrderOfTransfer,
} from "./guard-order"

const ORDER = "/store/orders/:id"

export const storeOrderAccessMiddlewares = featureRoutes("order-access", [
  // Without `methods`: also what other plugins put below an order.
  { matcher: ORDER, middlewares: [guardOrder] },
  ...["request", "cancel"].map((action) => ({
    matcher: `${ORDER}/transfer/${action}`,
    methods: ["POST" as const],
    middlewares: [hideOrderOfTransfer],
  })),
  {
    matcher: "/store/returns",
    methods: ["POST"],
    middlewares: [guardOrderOfBody],
  },
])
