import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import {
  StoreGetMessages,
  StoreSetMessagePreferences,
  StoreUnsubscribe,
} from "./validators"

const PREFERENCES = "/store/customers/me/message-preferences"

export const storeMessagesMiddlewares = featureRoutes("messages", [
  {
    matcher: "/store/customers/me/messages",
    methods: ["GET"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateQuery(StoreGetMessages),
    ],
  },
  {
    matcher: PREFERENCES,
    methods: ["GET"],
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    matcher: PREFERENCES,
    methods: ["POST"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateBody(StoreSetMessagePreferences),
    ],
  },
  {
    matcher: "/store/messages/unsubscribe",
    methods: ["POST"],
    middlewares: [validateBody(StoreUnsubscribe)],
  },
])
