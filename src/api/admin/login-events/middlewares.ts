import { featureRoutes } from "../../utils/feature-routes"
import { validateQuery } from "../../utils/validate"
import {
  AdminExportLoginEvents,
  AdminGetLoginEvents,
  AdminGetLoginStatistics,
} from "./validators"

export const adminLoginEventsMiddlewares = featureRoutes("login-events", [
  {
    matcher: "/admin/login-events",
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetLoginEvents)],
  },
  {
    matcher: "/admin/login-events/export",
    methods: ["GET"],
    middlewares: [validateQuery(AdminExportLoginEvents)],
  },
  {
    matcher: "/admin/login-events/statistics",
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetLoginStatistics)],
  },
])
