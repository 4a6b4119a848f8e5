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

function refuseBadInput(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { storePageSize, adminPageSize } = featureOptions("request-guards")
  const { originalUrl: url, query, path } = req
  // A gateway's message is taken as it is: its signature is what counts.
  const body = /^\/hooks\//i.test(path) ? undefined : req.body
  const pageSize = /^\/admin\//i.test(path) ? adminPageSize : storePageSize
  const wrong = badInput({ url, query, body, pageSize })
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
