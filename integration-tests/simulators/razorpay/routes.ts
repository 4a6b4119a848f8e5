import { unknownUrl } from "./api-error"
import { customerRoutes } from "./customers-api"
import { orderRoutes } from "./orders-api"
import type { Json } from "./parameters"
import { paymentRoutes } from "./payments-api"
import { refundRoutes } from "./refunds-api"
import type { State } from "./state"

export type Call = {
  state: State
  /** What was sent: the JSON body, or the query of a GET. */
  body: Json
  /** Of the object in the path. */
  id: string
  /** Of the second object in the path. */
  other: string
}

export type Handler = (call: Call) => object

const ROUTES = [
  ...orderRoutes,
  ...paymentRoutes,
  ...refundRoutes,
  ...customerRoutes,
].map(([route, handler]) => ({
  pattern: new RegExp(`^${route.replaceAll(/:\w+/g, "([^/]+)")}$`),
  handler,
}))

/** @throws Razorpay's 400 for a URL that it does not know */
export function findRoute(method: string, path: string) {
  const call = `${method} ${path.replace(/\/$/, "")}`
  for (const { pattern, handler } of ROUTES) {
    const found = pattern.exec(call)
    if (found) {
      return { handler, id: found[1] ?? "", other: found[2] ?? "" }
    }
  }
  throw unknownUrl()
}
