import { featureRoutes } from "../../utils/feature-routes"
import { refuseSuspendedActor, refuseSuspendedLogin } from "./refuse-suspended"

const LOGIN = "/auth/:actor_type/:auth_provider"

const ONWARD = [
  "/auth/session",
  "/auth/token/refresh",
  "/auth/mfa/challenges/:id/verify",
]

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
])
