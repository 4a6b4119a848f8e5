import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../../../../config/suite-options"
import { requireSecondFactor } from "../../../../utils/require-second-factor"

const ME = "/store/customers/me"

/** Medusa knows who sent a request to its own routes; who has not signed in is not asked. */
const known = authenticate("customer", ["session", "bearer"], {
  allowUnauthenticated: true,
})

const isFree = (method: string, path: string) =>
  (method === "GET" && path === ME) ||
  ["two-factor", "cart"].some((own) => path.startsWith(`${ME}/${own}`))

/** An account and its list of orders. A checkout goes on, up to the page of its order: no order is lost by a policy. */
const policy = (): MiddlewareRoute[] => {
  if (featureOptions("two-factor").customers !== "required") {
    return []
  }
  const middlewares = [
    known,
    requireSecondFactor({ isFree, where: "in your account" }),
  ]
  return [
    { matcher: `${ME}*`, middlewares },
    { matcher: "/store/orders", methods: ["GET"], middlewares },
  ]
}

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
