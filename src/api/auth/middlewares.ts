import { featureRoutes } from "../utils/feature-routes"
import { guardCode } from "./guard-code"
import { guardPassword, guardRegistration } from "./guard-password"
import { requestLimits } from "./limit-requests"
import { queueReset } from "./queue-reset"
import { refuseWeakPassword } from "./refuse-weak-password"
import { useLinkOnce } from "./use-link-once"

const LOGIN = "/auth/:actor_type/:auth_provider"

/** Around Medusa's own ways in. What has no `methods` comes before Medusa's middlewares, the rest after them. */
export const authMiddlewares = featureRoutes("sign-in", [
  ...requestLimits(),
  { matcher: `${LOGIN}/register`, middlewares: [refuseWeakPassword] },
  {
    matcher: `${LOGIN}/update`,
    middlewares: [refuseWeakPassword, useLinkOnce],
  },
  // Medusa's route takes a password by GET as well.
  { matcher: LOGIN, methods: ["GET", "POST"], middlewares: [guardPassword] },
  {
    matcher: `${LOGIN}/register`,
    methods: ["POST"],
    middlewares: [guardRegistration],
  },
  {
    matcher: `${LOGIN}/reset-password`,
    methods: ["POST"],
    middlewares: [queueReset],
  },
  {
    matcher: "/auth/mfa/challenges/:id/verify",
    methods: ["POST"],
    middlewares: [guardCode],
  },
  {
    matcher: "/auth/mfa/factors/:id/verify",
    methods: ["POST"],
    middlewares: [guardCode],
  },
  {
    matcher: "/auth/mfa/factors/:id",
    methods: ["DELETE"],
    middlewares: [guardCode],
  },
])
