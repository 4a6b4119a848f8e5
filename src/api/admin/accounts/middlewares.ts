import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { AdminDecideOnAccount, AdminGetSuspensions } from "./validators"

const decisions = ["customers", "users"].flatMap((kind) =>
  ["suspend", "reactivate"].map((action) => ({
    matcher: `/admin/${kind}/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [validateBody(AdminDecideOnAccount)],
  }))
)

export const adminAccountsMiddlewares = featureRoutes("accounts", [
  ...decisions,
  {
    matcher: "/admin/accounts/suspensions",
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetSuspensions)],
  },
])
