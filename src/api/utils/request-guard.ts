import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import { withoutToken } from "../../utils/hide-token"
import { withSingleLocale } from "../../utils/single-locale"
import { setSecurityHeaders } from "./security-headers"

type Started = { request: IncomingMessage; response: ServerResponse }

/**
 * Mends what Medusa's own middlewares, which run before any of ours, cannot take, and hides what
 * its log must not have. Node tells of each request here before Express sees it.
 */
export function guardRequests() {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Started
    if (request.url) {
      request.url = withSingleLocale(request.url)
      // Express leaves it as it is and routes by the other; the log has this one.
      Object.assign(request, { originalUrl: withoutToken(request.url) })
    }
    const { referer } = request.headers
    if (referer) {
      request.headers.referer = withoutToken(referer)
    }
    setSecurityHeaders(request, response)
  })
}
