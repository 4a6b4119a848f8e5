import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions } from "../../config/suite-options"
import { badInput } from "../../utils/request-input"
import { featureRoutes } from "./feature-routes"

/** Elsewhere lies what hosts and plugins made, whose `limit` may be anything. */
function pageSizeAt(path: string): number | undefined {
  const { storePageSize, adminPageSize } = featureOptions("request-guards")
  if (/^\/admin\//i.test(path)) {
    return adminPageSize
  }
  return /^\/store\//i.test(path) ? storePageSize : undefined
}

function refuseBadInput(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { originalUrl: url, query, path } = req
  // A gateway's message is taken as it is: its signature is what counts.
  const body = /^\/hooks\//i.test(path) ? undefined : req.body
  const wrong = badInput({ url, query, body, pageSize: pageSizeAt(path) })
  if (wrong) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: ${wrong}`
    )
  }
  next()
}

/** For Medusa's routes as for the suite's. Without `methods`, so that it comes before all others. */
export const inputGuardMiddlewares: MiddlewareRoute[] = featureRoutes(
  "request-guards",
  [{ matcher: "/", middlewares: [refuseBadInput] }]
)
