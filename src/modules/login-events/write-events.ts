import {
  LOGIN_OUTCOMES_IN,
  type LoginBurst,
  type LoginOutcome,
} from "../../types/login-events"
import { addJob, type SqlExecutor } from "../../utils/add-job"
import { readDevice } from "../../utils/device"
import { identifierHash } from "./identifier-hash"
import type { NewLoginEvent } from "./new-event"
import type { LoginEventsOptions } from "./options"
import { LATE_MS, moveMarkBack } from "./time-sql"
import {
  type Asked,
  countFailures,
  type EventRow,
  findActors,
  insertEvents,
  type SeenDevice,
  seeDevices,
} from "./write-sql"

export const NEW_DEVICE_TASK = "login-events-announce"
export const BURST_TASK = "login-events-alert"

/** What somebody who guesses meets. A token that ran out is everyday life. */
const FAILURES = new Set<LoginOutcome>([
  "wrong_credentials",
  "mfa_failed",
  "throttled",
])

export type WriteSettings = {
  options: LoginEventsOptions
  secret: string
  now: Date
}

/**
 * Writes events in the caller's transaction: who it was, what device, and the events; with
 * jobs for a device that is new to its actor and for a burst of failures.
 *
 * @param insert - how rows get in @default a statement that a batch may come to again
 */
export async function writeEvents(
  sql: SqlExecutor,
  events: NewLoginEvent[],
  settings: WriteSettings,
  insert = (rows: EventRow[]) => insertEvents(sql, rows)
): Promise<void> {
  const rows = await rowsOf(sql, events, settings.secret)
  await noteDevices(sql, rows, settings.options)
  await noteFailures(sql, events, rows, settings)
  await insert(rows)
  const oldest = events.reduce(
    (known, { occurred_at }) => (occurred_at < known ? occurred_at : known),
    settings.now
  )
  if (settings.now.getTime() - oldest.getTime() > LATE_MS) {
    await moveMarkBack(sql, oldest)
  }
}

async function rowsOf(
  sql: SqlExecutor,
  events: NewLoginEvent[],
  secret: string
): Promise<EventRow[]> {
  const asked: Asked[] = []
  events.forEach((event, n) => {
    if (!event.actor_id && (event.auth_identity_id || event.identifier)) {
      asked.push({ n, ...event })
    }
  })
  const actors = asked.length ? await findActors(sql, asked) : new Map()
  return events.map((event, n) => rowOf(event, actors.get(n) ?? null, secret))
}

function rowOf(
  event: NewLoginEvent,
  found: string | null,
  secret: string
): EventRow {
  const device = readDevice(event.user_agent ?? undefined)
  const actor_id = event.actor_id ?? found
  // Field by field: spread together, a thousand of these take as long as Postgres does to write them.
  return {
    id: event.id,
    occurred_at: event.occurred_at,
    actor_type: event.actor_type,
    actor_id,
    identifier_hash:
      actor_id || !event.identifier
        ? null
        : identifierHash(event.identifier, secret),
    provider: event.provider,
    outcome: event.outcome,
    ip: event.ip,
    browser: device.browser,
    os: device.os,
    device_kind: device.kind,
    is_new_device: false,
    is_first_login: false,
    request_id: event.request_id,
  }
}

const deviceKey = (row: EventRow) =>
  [row.actor_id, row.actor_type, row.browser, row.os, row.device_kind].join(
    "\n"
  )

/** The devices of sign-ins, each as the first of them, in one order everywhere, so that two instances cannot wait for each other. */
function devicesOf(rows: EventRow[]): SeenDevice[] {
  const first = new Map<string, SeenDevice>()
  for (const row of rows) {
    const isIn = LOGIN_OUTCOMES_IN.includes(row.outcome as LoginOutcome)
    const key = isIn && row.actor_id ? deviceKey(row) : ""
    if (key && !first.has(key)) {
      first.set(key, row as SeenDevice)
    }
  }
  return [...first]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, device]) => device)
}

/** Marks sign-ins from devices that were not known; of one batch's sign-ins from the same device, the first. */
async function noteDevices(
  sql: SqlExecutor,
  rows: EventRow[],
  { newDeviceMail }: LoginEventsOptions
) {
  const seen = devicesOf(rows)
  if (seen.length === 0) {
    return
  }
  const unknown = await seeDevices(sql, seen)
  const beginners = new Set<string>()
  for (const row of seen) {
    const news = unknown.get(row)
    row.is_first_login =
      (news?.is_first ?? false) && !beginners.has(row.actor_id)
    row.is_new_device = news ? !row.is_first_login : false
    beginners.add(row.actor_id)
    if (
      news &&
      row.is_new_device &&
      newDeviceMail &&
      row.actor_type === "customer"
    ) {
      await addJob(sql, NEW_DEVICE_TASK, { device_id: news.id })
    }
  }
}

type Counted = {
  subject: Omit<LoginBurst, "failures" | "since" | "minutes">
  failures: number
}

/** Adds failures to the window that is open, and raises an alarm when that brings a count to its limit. */
async function noteFailures(
  sql: SqlExecutor,
  events: NewLoginEvent[],
  rows: EventRow[],
  { options: { burst }, now }: WriteSettings
) {
  const added = failuresOf(events, rows)
  if (added.size === 0) {
    return
  }
  const window = burst.minutes * 60_000
  const since = new Date(Math.floor(now.getTime() / window) * window)
  const keys = [...added.keys()].sort()
  const counts = await countFailures(
    sql,
    since,
    keys.map((key) => ({ key, failures: added.get(key)?.failures ?? 0 }))
  )
  for (const { key, failures } of counts) {
    const { subject, failures: more } = added.get(key) as Counted
    const limit = subject.kind === "ip" ? burst.ipFailures : burst.failures
    if (failures >= limit && failures - more < limit) {
      const alarm = { ...subject, failures, minutes: burst.minutes }
      await addJob(sql, BURST_TASK, { ...alarm, since: since.toISOString() })
    }
  }
}

function failuresOf(events: NewLoginEvent[], rows: EventRow[]) {
  const added = new Map<string, Counted>()
  const count = (key: string, subject: Counted["subject"]) => {
    const known = added.get(key)
    added.set(key, { subject, failures: (known?.failures ?? 0) + 1 })
  }
  const nobody = { actor_type: null, actor_id: null, identifier_hash: null }
  rows.forEach((row, n) => {
    const { actor_type, actor_id, identifier_hash } = row
    const account = actor_id ?? identifier_hash
    const ip = events[n]?.ip_key ?? null
    if (!FAILURES.has(row.outcome as LoginOutcome)) {
      return
    }
    if (account) {
      const of = { actor_type, actor_id, identifier_hash, ip: null }
      count(`account:${account}`, { kind: "account", ...of })
    }
    if (ip) {
      count(`ip:${ip}`, { kind: "ip", ...nobody, ip })
    }
  })
  return added
}
