import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { AdminGetJobs, AdminJobIds } from "./validators"

export const adminJobsMiddlewares = featureRoutes("jobs", [
  {
    matcher: "/admin/jobs",
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetJobs)],
  },
  ...["retry", "remove"].map((action) => ({
    matcher: `/admin/jobs/${action}`,
    methods: ["POST" as const],
    middlewares: [validateBody(AdminJobIds)],
  })),
])
