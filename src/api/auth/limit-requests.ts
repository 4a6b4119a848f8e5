import type { MedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import { featureOptions, isOff } from "../../config/suite-options"
import { presetLimits } from "../../modules/sign-in/options"
import { requestClientIp } from "../utils/client-ip"
import { rateLimit } from "../utils/rate-limit"

/**
 * What the preset `strict` asks for. Not for `/hooks`, where gateways sign what they send, nor for `/admin`, which
 * refuses who is not signed in. Without such a limit no request pays for it.
 */
export function requestLimits(): MiddlewareRoute[] {
  const perIp = isOff("sign-in")()
    ? undefined
    : presetLimits(featureOptions("sign-in")).requestsPerIp
  if (!perIp) {
    return []
  }
  const limitRequests = rateLimit({
    limit: () => ({ name: "requests.ip", ...perIp }),
    key: (req: MedusaRequest) => {
      const client = requestClientIp(req)
      return client.isStorefront ? undefined : client.key
    },
  })
  return ["/auth", "/store"].map((matcher) => ({
    matcher,
    middlewares: [limitRequests],
  }))
}
