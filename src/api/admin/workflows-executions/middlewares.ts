import { featureRoutes } from "../../utils/feature-routes"
import { requireFactorForWorkflow } from "./require-factor-for-workflow"

const EXECUTIONS = "/admin/workflows-executions/:workflow_id"

/** Without `methods`, so that a refusal comes before Medusa's word on the input. */
export const adminWorkflowsExecutionsMiddlewares = featureRoutes(
  "sign-in",
  ["run", "steps/success", "steps/failure"].map((action) => ({
    matcher: `${EXECUTIONS}/${action}`,
    middlewares: [requireFactorForWorkflow],
  }))
)
