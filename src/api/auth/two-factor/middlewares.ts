import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { guardEnrolment, guardRecoveryCodes } from "./guard-enrolment"
import { guardDisabling, guardSetup } from "./guard-factor"
import { mailAtSignIn } from "./mail-code"
import { guardChallenge } from "./take-code"

const LOGIN = "/auth/:actor_type/:auth_provider"

const known = (options: { requireMfa?: false } = {}) =>
  authenticate("*", ["session", "bearer"], {
    allowUnregistered: true,
    ...options,
  })

/** Around Medusa's own second factor, after its middlewares and after the attempts were counted. */
export const authTwoFactorMiddlewares = featureRoutes("two-factor", [
  ...[LOGIN, `${LOGIN}/callback`].map((matcher) => ({
    matcher,
    methods: ["GET" as const, "POST" as const],
    middlewares: [mailAtSignIn],
  })),
  {
    matcher: "/auth/token/refresh",
    methods: ["POST"],
    middlewares: [mailAtSignIn],
  },
  {
    matcher: "/auth/mfa/challenges/:id/verify",
    methods: ["POST"],
    middlewares: [guardChallenge],
  },
  {
    matcher: "/auth/mfa/challenges/:id/send",
    methods: ["POST"],
    middlewares: [known({ requireMfa: false })],
  },
  {
    matcher: "/auth/mfa/factors",
    methods: ["POST"],
    middlewares: [guardEnrolment],
  },
  {
    matcher: "/auth/mfa/factors/:id/verify",
    methods: ["POST"],
    middlewares: [guardSetup],
  },
  {
    matcher: "/auth/mfa/factors/:id/send",
    methods: ["POST"],
    middlewares: [known()],
  },
  {
    matcher: "/auth/mfa/factors/:id",
    methods: ["DELETE"],
    middlewares: [guardDisabling],
  },
  {
    matcher: "/auth/mfa/recovery-codes",
    methods: ["POST"],
    middlewares: [guardRecoveryCodes],
  },
])
