import { unknownUrl } from "./api-error"
import { customerRoutes } from "./customers-api"
import type { Form } from "./form"
import { intentRoutes } from "./intents-api"
import { refundRoutes } from "./refunds-api"
import type { State } from "./state"
import type { RefundRequest } from "./refunding"
import type { Webhooks } from "./webhooks"

export type Call = {
  state: State
  webhooks: Webhooks
  form: Form
  /** Of the object in the path. */
  id: string
  page: (rows: { id: string }[]) => object
  /** What becomes of the refunds that the API is asked for. */
  nextRefundStatus: () => RefundRequest["status"]
}

export type Handler = (call: Call) => object

const eventRoutes: [string, Handler][] = [
  [
    "GET /v1/events",
    ({ webhooks, page }) => page([...webhooks.events].reverse()),
  ],
  ["GET /v1/events/:id", ({ webhooks, id }) => webhooks.find(id)],
]

const ROUTES = [
  ...intentRoutes,
  ...refundRoutes,
  ...customerRoutes,
  ...eventRoutes,
].map(([route, handler]) => ({
  pattern: new RegExp(`^${route.replace(":id", "([^/]+)")}$`),
  handler,
}))

/** @throws Stripe's 404 for a URL that it does not know */
export function findRoute(method: string, path: string) {
  for (const { pattern, handler } of ROUTES) {
    const found = pattern.exec(`${method} ${path}`)
    if (found) {
      return { handler, id: decodeURIComponent(found[1] ?? "") }
    }
  }
  throw unknownUrl(method, path)
}
