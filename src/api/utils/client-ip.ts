import type { MedusaRequest } from "@medusajs/framework/http"
import { suiteOptions } from "../../config/suite-options"
import { type ClientIp, clientIp } from "../../utils/client-ip"

/** The client of a request; see `src/utils/client-ip.ts` for what it believes. */
export function requestClientIp(req: MedusaRequest): ClientIp {
  return clientIp(
    { socketAddress: req.socket.remoteAddress, headers: req.headers },
    suiteOptions().general,
    Date.now()
  )
}

/** What to count a request by; undefined for a storefront's server that did not say for whom it asks. */
export function countedIp(req: MedusaRequest): string | undefined {
  const { key, isStorefront } = requestClientIp(req)
  return isStorefront ? undefined : key
}
