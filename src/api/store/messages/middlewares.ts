import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import {
  StoreGetMessages,
  StoreSetMessagePreferences,
  StoreUnsubscribe,
} from "./validators"

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
    matcher: "/store/customers/me/message-preferences",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
  {
    matcher: "/store/customers/me/message-preferences",
    methods: ["POST"],
    middlewares: [validateBody(StoreSetMessagePreferences)],
  },
  {
    matcher: "/store/messages/unsubscribe",
    methods: ["POST"],
    middlewares: [validateBody(StoreUnsubscribe)],
  },
])
