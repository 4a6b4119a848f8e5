import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage } from "node:http"
import { withSingleLocale } from "../../utils/single-locale"

/**
 * Mends what Medusa's own middlewares, which run before any of ours, cannot take.
 * Node tells of each request here before Express sees it.
 */
export function guardRequests() {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url) {
      request.url = withSingleLocale(request.url)
    }
  })
}
