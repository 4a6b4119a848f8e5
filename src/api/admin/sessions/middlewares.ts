import { z } from "@medusajs/framework/zod"
import { id } from "../../../utils/input"
import { featureRoutes } from "../../utils/feature-routes"
import { EndSessions, GetSessions } from "../../utils/session-validators"
import {
  validateBody,
  validateParams,
  validateQuery,
} from "../../utils/validate"

const OfActor = z.object({ id })
const OneOfActor = z.object({ id, session_id: id })

const routesOf = (path: string) => [
  {
    matcher: path,
    methods: ["GET" as const],
    middlewares: [validateParams(OfActor), validateQuery(GetSessions)],
  },
  {
    matcher: `${path}/end`,
    methods: ["POST" as const],
    middlewares: [validateParams(OfActor), validateBody(EndSessions)],
  },
  {
    matcher: `${path}/:session_id`,
    methods: ["DELETE" as const],
    middlewares: [validateParams(OneOfActor)],
  },
]

export const adminSessionsMiddlewares = featureRoutes("sessions", [
  ...routesOf("/admin/users/:id/sessions"),
  ...routesOf("/admin/customers/:id/sessions"),
  {
    matcher: "/admin/sessions/api-keys",
    methods: ["GET"],
    middlewares: [validateQuery(GetSessions)],
  },
])
