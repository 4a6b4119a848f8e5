import { featureRoutes } from "../../utils/feature-routes"
import { requireFreshFactor } from "./require-fresh-factor"

export const adminWorkflowsExecutionsMiddlewares = featureRoutes("sign-in", [
  {
    matcher: "/admin/workflows-executions/:workflow_id/run",
    methods: ["POST"],
    middlewares: [requireFreshFactor],
  },
  {
    matcher: "/admin/workflows-executions/:workflow_id/steps/success",
    methods: ["POST"],
    middlewares: [requireFreshFactor],
  },
  {
    matcher: "/admin/workflows-executions/:workflow_id/steps/failure",
    methods: ["POST"],
    middlewares: [requireFreshFactor],
  },
])
