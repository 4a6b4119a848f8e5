import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { type Actor, actAs, type Cause } from "../../utils/actor-context"
import { keepContext } from "../../utils/async-context"

const MAX_REQUEST_ID = 64
/** Whose caller hung up works on; by then it is over. */
const UNHEARD_MS = 120_000

/** Whose request it is, read when somebody asks: a route may log its caller in later. */
function actorOf(req: MedusaRequest, cause: Cause): Actor {
  const { auth_context: login } = req as {
    auth_context?: { actor_type?: string; actor_id?: string }
  }
  return {
    cause,
    actor_type: login?.actor_id ? (login.actor_type ?? null) : null,
    actor_id: login?.actor_id || null,
    request_id: requestId(req),
  }
}

/** A client may choose it (`x-request-id`), so it is cut and cleaned. */
export function requestId({ requestId: given }: MedusaRequest): string | null {
  const id = String(given ?? "").replace(/[^\w.:-]/g, "")
  return id.slice(0, MAX_REQUEST_ID) || null
}

const READS = new Set(["GET", "HEAD", "OPTIONS"])

/** A read moves nothing, and is spared what the context costs. */
function actFor(cause: Cause) {
  return (
    req: MedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ) => {
    if (READS.has(req.method)) {
      next()
      return
    }
    const done = keepContext()
    res.once("close", () =>
      res.writableEnded ? done() : setTimeout(done, UNHEARD_MS).unref()
    )
    actAs(() => actorOf(req, cause), next)
  }
}

/** Everything that a writing request sets in motion knows who sent it. Without `methods`, so that they come before all others. */
export const actorMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store*", middlewares: [actFor("storefront")] },
  { matcher: "/admin*", middlewares: [actFor("admin")] },
  { matcher: "/hooks*", middlewares: [actFor("webhook")] },
]
