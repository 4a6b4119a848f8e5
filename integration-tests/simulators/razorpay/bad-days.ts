import { type BadDayOf, BadDaysOf } from "../common/bad-days"
import type { ApiErrorBody } from "./objects"

export type BadDay = BadDayOf<
  /** The work was done, and the answer tells something else of it: see `lie`. */
  | "lie"
  /** The work was done, and what comes back is no JSON. */
  | "garbage",
  400 | 401 | 409 | 429 | 500 | 502 | 503 | 504
> & {
  /** Laid over the answer, and over each item of a list. */
  lie?: Record<string, unknown>
}

const bad = (description: string): ApiErrorBody => ({
  code: "BAD_REQUEST_ERROR",
  description,
  source: "NA",
  step: "NA",
  reason: "NA",
  metadata: {},
})

const server: ApiErrorBody = {
  code: "SERVER_ERROR",
  description:
    "We are facing some trouble completing your request at the moment. Please try again shortly.",
}

const gateway: ApiErrorBody = {
  code: "GATEWAY_ERROR",
  description: "The gateway request timed out",
}

const REFUSALS: Record<NonNullable<BadDay["status"]>, ApiErrorBody> = {
  400: bad("invalid request sent"),
  401: { code: "BAD_REQUEST_ERROR", description: "Authentication failed" },
  409: bad(
    "Request failed because another request is in progress with the same idempotency key"
  ),
  429: bad("Request failed. Please try after sometime."),
  500: server,
  502: gateway,
  503: server,
  504: gateway,
}

export const refusal = ({ status = 500 }: BadDay) => ({
  status,
  error: REFUSALS[status],
})

/** The answer as a liar gives it. */
export function told(answer: unknown, lie: BadDay["lie"] = {}): unknown {
  const items = (answer as { items?: object[] }).items
  return items
    ? {
        ...(answer as object),
        items: items.map((item) => ({ ...item, ...lie })),
      }
    : { ...(answer as object), ...lie }
}

export class BadDays extends BadDaysOf<BadDay> {}
