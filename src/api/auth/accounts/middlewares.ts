import { featureRoutes } from "../../utils/feature-routes"
import {
  limitLinks,
  requireOwnAddress,
  welcomeOnConfirm,
} from "./guard-verification"
import { hideTaken } from "./hide-taken"
import { refuseSuspendedActor, refuseSuspendedLogin } from "./refuse-suspended"

const LOGIN = "/auth/:actor_type/:auth_provider"

const ONWARD = [
  "/auth/session",
  "/auth/token/refresh",
  "/auth/mfa/challenges/:id/verify",
]

/** Before those of `sign-in`: what they count is what Medusa answers. */
export const authAccountsFirst = featureRoutes("accounts", [
  {
    matcher: `${LOGIN}/register`,
    methods: ["POST"],
    middlewares: [hideTaken],
  },
])

/** After all others at these paths: with `methods`, and the last in the list. */
export const authAccountsMiddlewares = featureRoutes("accounts", [
  ...[LOGIN, `${LOGIN}/callback`].map((matcher) => ({
    matcher,
    methods: ["GET" as const, "POST" as const],
    middlewares: [refuseSuspendedLogin],
  })),
  ...ONWARD.map((matcher) => ({
    matcher,
    methods: ["POST" as const],
    middlewares: [refuseSuspendedActor],
  })),
  {
    matcher: "/auth/verification/request",
    methods: ["POST"],
    middlewares: [requireOwnAddress, limitLinks],
  },
  {
    matcher: "/auth/verification/confirm",
    methods: ["POST"],
    middlewares: [welcomeOnConfirm],
  },
])
