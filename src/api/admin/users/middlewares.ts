import { featureRoutes } from "../../utils/feature-routes"
import { mailReset } from "./mail-reset"

export const adminUsersMiddlewares = featureRoutes("sign-in", [
  {
    matcher: "/admin/users/:id/reset-password",
    methods: ["POST"],
    middlewares: [mailReset],
  },
])
