import { authenticate } from "@medusajs/framework/http"
import { countedIp } from "../../utils/client-ip"
import { featureRoutes } from "../../utils/feature-routes"
import { rateLimit } from "../../utils/rate-limit"
import { validateBody, validateQuery } from "../../utils/validate"
import { StoreDisownDevice, StoreGetLoginEvents } from "./validators"

/** Tokens cannot be guessed; this keeps those who try from costing much. */
const PER_IP = { name: "login-events.disown.ip", points: 20, seconds: 900 }

export const storeLoginEventsMiddlewares = featureRoutes("login-events", [
  {
    matcher: "/store/customers/me/login-events",
    methods: ["GET"],
    middlewares: [
      authenticate("customer", ["session", "bearer"]),
      validateQuery(StoreGetLoginEvents),
    ],
  },
  {
    matcher: "/store/login-events/disown",
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [
      rateLimit({ limit: () => PER_IP, key: countedIp }),
      validateBody(StoreDisownDevice),
    ],
  },
])
