import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../../../../config/suite-options"
import { requireSecondFactor } from "../../../../utils/require-second-factor"

const ME = "/store/customers/me"

/** All of an account but what it takes to set a second factor up. A checkout goes on: no order is lost by a policy. */
const policy = (): MiddlewareRoute[] =>
  featureOptions("two-factor").customers === "required"
    ? [`${ME}*`, "/store/orders*"].map((matcher) => ({
        matcher,
        middlewares: [
          authenticate("customer", ["session", "bearer"], {
            allowUnauthenticated: true,
          }),
          requireSecondFactor({
            isFree: (method, path) =>
              (method === "GET" && path === ME) ||
              path.startsWith(`${ME}/two-factor`),
            where: "in your account",
          }),
        ],
      }))
    : []

export const storeTwoFactorMiddlewares: MiddlewareRoute[] = isOff(
  "two-factor"
)()
  ? []
  : [
      {
        matcher: `${ME}/two-factor*`,
        middlewares: [authenticate("customer", ["session", "bearer"])],
      },
      ...policy(),
    ]
