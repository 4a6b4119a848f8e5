import type { ReconciliationOptions } from "../../modules/reconciliation/options"
import type { Window } from "../../modules/reconciliation/candidates-sql"

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** What a server may have died in is looked at for so long; what needs longer is a case by then. */
const RECENT_MS = 120 * MINUTE_MS
/** Clocks of database and server differ, and a row is older than its commit. */
const OVERLAP_MS = 10 * MINUTE_MS

type Moments = {
  now: Date
  installedAt: Date
  /** What happened until then has been looked at. */
  askedUntil: Date
}

const minus = (date: Date, ms: number) => new Date(date.getTime() - ms)
const later = (one: Date, other: Date) => (one > other ? one : other)
const earlier = (one: Date, other: Date) => (one < other ? one : other)

/** In which ranges of time suspects are looked for; none reaches behind the install or the days to look back. */
export function windowsOf(
  { now, installedAt, askedUntil }: Moments,
  { graceSeconds, lookBackDays, pollMinutes }: ReconciliationOptions
): { recent: Window; begun: Window[] } {
  const first = later(installedAt, minus(now, lookBackDays * DAY_MS))
  const until = minus(now, graceSeconds * 1000)
  const window = (since: Date, end: Date): Window => ({
    since: later(since, first),
    until: end,
  })
  const missed = minus(askedUntil, OVERLAP_MS)
  const begun = [
    window(earlier(minus(now, pollMinutes * MINUTE_MS), missed), until),
  ]
  const last = lookBackDays * DAY_MS
  for (let age = 2 * pollMinutes * MINUTE_MS; age < last; age *= 2) {
    begun.push(window(minus(askedUntil, age), minus(now, age)))
  }
  return {
    recent: window(earlier(minus(now, RECENT_MS), missed), until),
    begun: begun.filter(({ since, until: end }) => since < end),
  }
}
