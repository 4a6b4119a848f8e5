import type { MiddlewareRoute } from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../../config/suite-options"
import type { STEP_UP_ACTIONS } from "../../../modules/two-factor/options"
import { requireFreshFactor } from "../../utils/fresh-factor"
import { requireSecondFactor } from "../../utils/require-second-factor"

type Action = (typeof STEP_UP_ACTIONS)[number]

/** What a step-up is asked for. Without `methods`, so that a refusal comes before Medusa's word on the input. */
const STEP_UPS: Record<
  Action,
  { matchers: string[]; what: string; methods?: string[] }
> = {
  "api-keys": { matchers: ["/admin/api-keys"], what: "Creating API keys" },
  invites: {
    matchers: ["/admin/invites", "/admin/invites/:id/resend"],
    what: "Inviting admins",
  },
  "delete-users": {
    matchers: ["/admin/users/:id"],
    what: "Deleting admins",
    methods: ["DELETE"],
  },
}

const stepUps = (): MiddlewareRoute[] =>
  featureOptions("two-factor").stepUp.flatMap((action) => {
    const { matchers, what, methods } = STEP_UPS[action]
    return matchers.map((matcher) => ({
      matcher,
      middlewares: [requireFreshFactor({ what, lenient: true }, methods)],
    }))
  })

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
  middlewares: [requireFreshFactor({ what: "Resetting a second factor" })],
}))

export const adminTwoFactorMiddlewares: MiddlewareRoute[] = isOff(
  "two-factor"
)()
  ? []
  : [...policy(), ...stepUps(), ...resets]
