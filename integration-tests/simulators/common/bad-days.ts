/** What may go wrong with the coming calls that match, at every gateway. */
export type BadDayOf<Kind extends string, Status extends number> = {
  /** A part of "METHOD /path", such as "POST /v1/refunds" or "/capture". */
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
    | Kind
  /** How many calls. @default 1 */
  times?: number
  /** Of a delay. @default 1000 */
  milliseconds?: number
  /** Of a refusal. @default 500 */
  status?: Status
}

export class BadDaysOf<Day extends BadDayOf<string, number>> {
  private days: (Day & { times: number })[] = []

  add(day: Day) {
    this.days.push({ ...day, times: day.times ?? 1 })
  }

  clear() {
    this.days = []
  }

  /** The trouble that this call meets, if any. */
  take(call: string): Day | undefined {
    const day = this.days.find(
      ({ match, times }) => times > 0 && call.includes(match)
    )
    if (day) {
      day.times -= 1
    }
    return day
  }
}
