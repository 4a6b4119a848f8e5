import { featureRoutes } from "../../utils/feature-routes"
import { observeLogin } from "./observe-login"

/** Without `methods`, so that it comes before all others. */
export const authLoginEventsMiddlewares = featureRoutes("login-events", [
  { matcher: "/auth*", middlewares: [observeLogin] },
])
