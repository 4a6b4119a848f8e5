import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { suiteOptions } from "../../config/suite-options"
import { type ClientIp, clientIp } from "../../utils/client-ip"

/** The client of a request; see `src/utils/client-ip.ts` for what it believes. */
export function requestClientIp(req: MedusaRequest): ClientIp {
  const { general } = suiteOptions()
  const { headers, socket } = req
  if (general.trustedHops === 0 && headers["x-forwarded-for"]) {
    warnOfProxy(req)
  }
  return clientIp(
    { socketAddress: socket.remoteAddress, headers },
    general,
    Date.now()
  )
}

/** What to count a request by; undefined for a storefront's server that did not say for whom it asks. */
export function countedIp(req: MedusaRequest): string | undefined {
  const { key, isStorefront } = requestClientIp(req)
  return isStorefront ? undefined : key
}

let isWarned = false

/** It may be forged, so it is only said: behind a proxy that nobody told us of, all shoppers are one ip. */
function warnOfProxy(req: MedusaRequest) {
  if (!isWarned) {
    isWarned = true
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        "[rate-limits] A request had X-Forwarded-For while general.trustedHops (TRUSTED_PROXY_HOPS) is 0. If a proxy of yours sets it, say so: limits count all its clients as one."
      )
  }
}
