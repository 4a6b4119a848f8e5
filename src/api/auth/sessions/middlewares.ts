import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { endCookie } from "./end-cookie"
import { guardSession } from "./guard-session"
import { keepCookie } from "./keep-cookie"
import { noteSession } from "./note-session"

/** As far in as a registration or the first factor. */
const ANY_LOGIN = { allowUnregistered: true, requireMfa: false }

export const authSessionsMiddlewares = featureRoutes("sessions", [
  { matcher: "/", middlewares: [guardSession] },
  { matcher: "/auth", middlewares: [noteSession] },
  { matcher: "/auth/session", methods: ["POST"], middlewares: [keepCookie] },
  { matcher: "/auth/session", methods: ["DELETE"], middlewares: [endCookie] },
  {
    matcher: "/auth/token",
    methods: ["GET"],
    middlewares: [authenticate("*", ["session", "bearer"], ANY_LOGIN)],
  },
])
