import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import {
  EndSessions,
  GetSessions,
  SessionParams,
} from "../../utils/session-validators"
import {
  validateBody,
  validateParams,
  validateQuery,
} from "../../utils/validate"

const PATH = "/store/customers/me/sessions"
const asCustomer = authenticate("customer", ["session", "bearer"])

export const storeSessionsMiddlewares = featureRoutes("sessions", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [asCustomer, validateQuery(GetSessions)],
  },
  {
    matcher: `${PATH}/end`,
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [asCustomer, validateBody(EndSessions)],
  },
  {
    matcher: `${PATH}/:id`,
    methods: ["DELETE"],
    middlewares: [asCustomer, validateParams(SessionParams)],
  },
])
