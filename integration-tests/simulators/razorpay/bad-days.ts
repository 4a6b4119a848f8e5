import type { ApiErrorBody } from "./objects"

/** What goes wrong with the coming calls that match. */
export type BadDay = {
  /** A part of "METHOD /path", such as "POST /v1/orders" or "/capture". */
  match: string
  kind:
    /** The work takes its time; a second call with the same idempotency key meets it in flight. */
    | "delay"
    /** The connection breaks before anything was done. */
    | "drop"
    /** The connection breaks after the work was done. */
    | "drop-after"
    /** No answer comes, and nothing was done. */
    | "timeout-before"
    /** No answer comes, but the work was done. */
    | "timeout-after"
    | "refuse"
    /** The work was done, and the answer tells something else of it: see `lie`. */
    | "lie"
    /** The work was done, and what comes back is no JSON. */
    | "garbage"
  /** How many calls. @default 1 */
  times?: number
  /** Of a delay. @default 1000 */
  milliseconds?: number
  /** Of a refusal. @default 500 */
  status?: 400 | 401 | 409 | 429 | 500 | 502 | 503 | 504
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

export class BadDays {
  private days: (BadDay & { times: number })[] = []

  add(day: BadDay) {
    this.days.push({ ...day, times: day.times ?? 1 })
  }

  clear() {
    this.days = []
  }

  /** The trouble that this call meets, if any. */
  take(call: string): BadDay | undefined {
    const day = this.days.find(
      ({ match, times }) => times > 0 && call.includes(match)
    )
    if (day) {
      day.times -= 1
    }
    return day
  }
}
