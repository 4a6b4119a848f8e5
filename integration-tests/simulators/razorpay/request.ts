import type { IncomingMessage } from "node:http"
import { bodyText } from "../common/local-server"
import type { Json } from "./parameters"

export type Request = {
  method: string
  path: string
  query: URLSearchParams
  body: string
  /** Of `X-Refund-Idempotency`. */
  key: string | undefined
  authorization: string | undefined
  /** The page that asks, if a browser does. */
  origin: string | undefined
  /** The name under which the simulator was called. */
  host: string
}

export async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? "/", "http://localhost")
  const key = incoming.headers["x-refund-idempotency"]
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    body: await bodyText(incoming),
    key: Array.isArray(key) ? key[0] : key,
    authorization: incoming.headers.authorization,
    origin: incoming.headers.origin,
    host: incoming.headers.host ?? "",
  }
}

/** What the call says: the query of a GET, else the JSON of the body. @throws for no JSON object */
export function bodyOf({ method, query, body }: Request): Json {
  if (method === "GET") {
    return Object.fromEntries(query)
  }
  const parsed: unknown = body ? JSON.parse(body) : {}
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new SyntaxError("not an object")
  }
  return parsed as Json
}
