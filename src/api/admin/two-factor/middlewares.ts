import type { MiddlewareRoute } from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../../config/suite-options"
import type { STEP_UP_ACTIONS } from "../../../modules/two-factor/options"
import { requireFreshFactor } from "../../utils/fresh-factor"
import { requireSecondFactor } from "../../utils/require-second-factor"

type Action = (typeof STEP_UP_ACTIONS)[number]

type StepUpRoute = {
  matcher: string
  method: "POST" | "DELETE"
  what: string
}

/** What a step-up is asked for. */
const STEP_UPS: Record<Action, StepUpRoute[]> = {
  "api-keys": [
    { matcher: "/admin/api-keys", method: "POST", what: "Creating API keys" },
  ],
  invites: ["/admin/invites", "/admin/invites/:id/resend"].map((matcher) => ({
    matcher,
    method: "POST",
    what: "Inviting admins",
  })),
  "delete-users": [
    { matcher: "/admin/users/:id", method: "DELETE", what: "Deleting admins" },
  ],
}

/** With `methods`, which has a route's own path guarded and not all below it: an API key is revoked by anybody. */
const stepUps = (): MiddlewareRoute[] =>
  featureOptions("two-factor")
    .stepUp.flatMap((action) => STEP_UPS[action])
    .map(({ matcher, method, what }) => ({
      matcher,
      methods: [method],
      middlewares: [requireFreshFactor({ what, lenient: true })],
    }))

/** What the dashboard's frame and its profile page ask for. */
const FREE_READS = new Set([
  "/admin/users/me",
  "/admin/two-factor",
  "/admin/commerce-suite",
  "/admin/feature-flags",
  "/admin/stores",
])

const policy = (): MiddlewareRoute[] =>
  featureOptions("two-factor").admins === "required"
    ? [
        {
          matcher: "/admin*",
          middlewares: [
            requireSecondFactor({
              isFree: (method, path) =>
                method === "GET" && FREE_READS.has(path),
              where: "on your profile page",
            }),
          ],
        },
      ]
    : []

const resets: MiddlewareRoute[] = [
  "/admin/users/:id",
  "/admin/customers/:id",
].map((account) => ({
  matcher: `${account}/reset-two-factor`,
  methods: ["POST"],
  middlewares: [requireFreshFactor({ what: "Resetting a second factor" })],
}))

export const adminTwoFactorMiddlewares: MiddlewareRoute[] = isOff(
  "two-factor"
)()
  ? []
  : [...policy(), ...stepUps(), ...resets]
