/** What goes wrong with the coming calls that match. */
export type BadDay = {
  /** A part of "METHOD /path", such as "POST /v1/refunds" or "/capture". */
  match: string
  kind:
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
  /** How many calls. @default 1 */
  times?: number
  /** Of a delay. @default 1000 */
  milliseconds?: number
  /** Of a refusal. @default 500 */
  status?: 400 | 402 | 403 | 429 | 500 | 503
}

const REFUSALS = {
  400: { type: "invalid_request_error", message: "Refused by the simulator." },
  402: {
    type: "card_error",
    code: "card_declined",
    message: "Your card was declined.",
  },
  403: { type: "invalid_request_error", message: "Not allowed." },
  429: {
    type: "invalid_request_error",
    code: "rate_limit",
    message: "Request rate limit exceeded.",
  },
  500: { type: "api_error", message: "An unknown error occurred." },
  503: { type: "api_error", message: "The service is unavailable." },
}

export const refusal = ({ status = 500 }: BadDay) => ({
  status,
  error: REFUSALS[status],
})

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
