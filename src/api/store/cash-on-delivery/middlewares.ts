import type { MiddlewareRoute } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { validateQuery } from "../../utils/validate"
import { dropStrayFee } from "./drop-stray-fee"
import { guardFeeInCart, guardFeeInOrder } from "./guard-fee"
import { letFeeFollowChoice } from "./let-fee-follow-choice"
import { StoreGetCashOnDelivery } from "./validators"

/** All routes that change a cart, Medusa's and the suite's. */
const CART_CHANGES: MiddlewareRoute[] = [
  { matcher: "/store/carts/:id", methods: ["POST"] },
  { matcher: "/store/carts/:id/customer", methods: ["POST"] },
  { matcher: "/store/carts/:id/line-items", methods: ["POST"] },
  {
    matcher: "/store/carts/:id/line-items/:line_id",
    methods: ["POST", "DELETE"],
  },
  { matcher: "/store/carts/:id/promotions", methods: ["POST", "DELETE"] },
  { matcher: "/store/carts/:id/shipping-methods", methods: ["POST"] },
  { matcher: "/store/carts/:id/taxes", methods: ["POST"] },
  { matcher: "/store/carts/:id/clear", methods: ["POST"] },
  { matcher: "/store/carts/:id/variants/:variant_id", methods: ["DELETE"] },
  { matcher: "/store/customers/me/cart", methods: ["POST"] },
]

export const storeCashOnDeliveryMiddlewares = featureRoutes(
  "cash-on-delivery",
  [
    {
      matcher: "/store/cash-on-delivery",
      methods: ["GET"],
      middlewares: [validateQuery(StoreGetCashOnDelivery)],
    },
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [letFeeFollowChoice],
    },
    {
      matcher: "/store/carts/:id/line-items/:line_id",
      methods: ["POST", "DELETE"],
      middlewares: [guardFeeInCart],
    },
    ...CART_CHANGES.map((route) => ({
      ...route,
      middlewares: [dropStrayFee],
    })),
    {
      matcher: "/store/returns",
      methods: ["POST"],
      middlewares: [guardFeeInOrder],
    },
  ]
)
