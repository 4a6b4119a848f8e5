import {
  authenticate,
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/carts/query-config"
import { StoreGetCartsCart } from "@medusajs/medusa/api/store/carts/validators"
import { noBody } from "../../../utils/input"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateParams } from "../../utils/validate"
import {
  guardCart,
  guardCartOfBody,
  guardCartOfCollection,
  guardCartOfQuery,
  guardLine,
} from "./guard-cart"
import { noteNewCart } from "./note-new-cart"
import { takeOverOnTransfer } from "./take-over-on-transfer"
import {
  StoreCartVariant,
  StoreGetCustomerCart,
  StoreTakeOverCart,
} from "./validators"

const loggedIn = authenticate("customer", ["session", "bearer"])

/** A cart in the answer has the fields that Medusa's own routes give it, or those that are asked for. */
const cartFields = validateAndTransformQuery(
  StoreGetCartsCart,
  retrieveTransformQueryConfig
)

/** Every route of Medusa's by which a cart is read or changed. */
const guards: MiddlewareRoute[] = [
  // Without `methods`: also what other plugins put below a cart.
  { matcher: "/store/carts/:id", middlewares: [guardCart] },
  {
    matcher: "/store/carts/:id/line-items/:line_id",
    methods: ["POST", "DELETE"],
    middlewares: [guardLine],
  },
  {
    matcher: "/store/payment-collections",
    methods: ["POST"],
    middlewares: [guardCartOfBody],
  },
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    methods: ["POST"],
    middlewares: [guardCartOfCollection],
  },
  {
    matcher: "/store/shipping-options",
    methods: ["GET"],
    middlewares: [guardCartOfQuery],
  },
  {
    matcher: "/store/shipping-options/:id/calculate",
    methods: ["POST"],
    middlewares: [guardCartOfBody],
  },
  {
    matcher: "/store/cash-on-delivery",
    methods: ["GET"],
    middlewares: [guardCartOfQuery],
  },
]

const signIn: MiddlewareRoute[] = [
  {
    matcher: "/store/carts",
    methods: ["POST"],
    middlewares: [noteNewCart],
  },
  {
    matcher: "/store/carts/:id/customer",
    methods: ["POST"],
    middlewares: [takeOverOnTransfer],
  },
  {
    matcher: "/store/customers/me/cart",
    methods: ["GET"],
    middlewares: [
      loggedIn,
      validateAndTransformQuery(
        StoreGetCustomerCart,
        retrieveTransformQueryConfig
      ),
    ],
  },
  {
    matcher: "/store/customers/me/cart",
    methods: ["POST"],
    middlewares: [loggedIn, validateBody(StoreTakeOverCart), cartFields],
  },
]

const items: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id/clear",
    methods: ["POST"],
    middlewares: [validateBody(noBody), cartFields],
  },
  {
    matcher: "/store/carts/:id/variants/:variant_id",
    methods: ["DELETE"],
    middlewares: [validateParams(StoreCartVariant), cartFields],
  },
]

export const storeCustomerCartsMiddlewares = featureRoutes("customer-carts", [
  ...guards,
  ...signIn,
  ...items,
])
