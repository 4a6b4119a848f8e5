import { featureRoutes } from "../../utils/feature-routes"
import { observeLogin } from "./observe-login"

/** Without `methods`, so that they come before all others. */
export const authLoginEventsMiddlewares = featureRoutes("login-events", [
  { matcher: "/auth*", middlewares: [observeLogin] },
  {
    matcher: "/admin/users/:id/reset-password",
    middlewares: [observeLogin],
  },
])
