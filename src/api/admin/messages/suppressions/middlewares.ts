import { featureRoutes } from "../../../utils/feature-routes"
import { validateBody, validateQuery } from "../../../utils/validate"
import { AdminCreateSuppression, AdminGetSuppressions } from "./validators"

const PATH = "/admin/messages/suppressions"

export const adminSuppressionsMiddlewares = featureRoutes("messages", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetSuppressions)],
  },
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [validateBody(AdminCreateSuppression)],
  },
])
