import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { noBody } from "../../../utils/input"
import {
  AdminDismissReconciliationCase,
  AdminGetReconciliationCases,
} from "./validators"

const PATH = "/admin/reconciliation"

export const adminReconciliationMiddlewares = featureRoutes("reconciliation", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetReconciliationCases)],
  },
  {
    matcher: `${PATH}/:id/dismiss`,
    methods: ["POST"],
    middlewares: [validateBody(AdminDismissReconciliationCase)],
  },
  ...["retry", "confirm"].map((action) => ({
    matcher: `${PATH}/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [validateBody(noBody)],
  })),
])
