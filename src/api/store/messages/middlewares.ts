import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { validateQuery } from "../../utils/validate"
import { StoreGetMessages } from "./validators"

export const storeMessagesMiddlewares = featureRoutes("messages", [
  {
    matcher: "/store/customers/me/messages",
    methods: ["GET"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateQuery(StoreGetMessages),
    ],
  },
])
