import { featureRoutes } from "../../utils/feature-routes"
import { requireOwnEmail } from "./require-own-email"

export const storeCustomersMiddlewares = featureRoutes("sign-in", [
  {
    matcher: "/store/customers",
    methods: ["POST"],
    middlewares: [requireOwnEmail],
  },
])
