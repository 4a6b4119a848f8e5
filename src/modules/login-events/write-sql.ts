import { generateEntityId } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"
import { type Copy, copyTexts } from "./copy-events"
import type { DeviceKind } from "../../types/login-events"

/** What is known of an event when it is written. */
export type EventRow = {
  id: string
  occurred_at: Date
  actor_type: string
  actor_id: string | null
  identifier_hash: string | null
  provider: string | null
  outcome: string
  ip: string | null
  browser: string | null
  os: string | null
  device_kind: DeviceKind
  is_new_device: boolean
  is_first_login: boolean
  request_id: string | null
}

const COLUMNS = {
  id: "text",
  occurred_at: "timestamptz",
  actor_type: "text",
  actor_id: "text",
  identifier_hash: "text",
  provider: "text",
  outcome: "text",
  ip: "inet",
  browser: "text",
  os: "text",
  device_kind: "text",
  is_new_device: "boolean",
  is_first_login: "boolean",
  request_id: "text",
} as const satisfies Record<keyof EventRow, string>

const NAMES = Object.keys(COLUMNS) as (keyof EventRow)[]

const COPY = `copy login_event (${NAMES.join(", ")}) from stdin`

/** @throws 23505 when one of them is there already, as in a batch that comes again */
export const copyEvents = (copy: Copy, rows: EventRow[]) =>
  copy(COPY, copyTexts(rows, NAMES))

/** Slower, one array per column, but a batch that comes again changes nothing. */
const INSERT = `insert into login_event (${NAMES.join(", ")})
  select * from unnest(${NAMES.map((name) => `?::${COLUMNS[name]}[]`).join(", ")})
  on conflict do nothing`

export async function insertEvents(sql: SqlExecutor, rows: EventRow[]) {
  const columns = NAMES.map((name) => rows.map((row) => row[name]))
  await sql.execute(INSERT, columns)
}

/**
 * Whose login it is, by the login itself or by what was typed to get one. A password can be
 * guessed under any type of actor, invented ones too: that is still its owner's affair. Sign-ins
 * find a login in small letters, too, where none is called exactly what was typed.
 */
const WHO = `select asked.n, coalesce(
    identity.app_metadata ->> (asked.actor_type || '_id'),
    identity.app_metadata ->> 'customer_id', identity.app_metadata ->> 'user_id') as actor_id
  from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
    as asked (n, actor_type, auth_identity_id, provider, identifier)
  left join lateral (
    select login.auth_identity_id from provider_identity login
     where login.entity_id in (asked.identifier, lower(asked.identifier))
       and login.provider = asked.provider and login.deleted_at is null
     order by login.entity_id = asked.identifier desc limit 1) typed on true
  join auth_identity identity on identity.deleted_at is null
    and identity.id = coalesce(asked.auth_identity_id, typed.auth_identity_id)`

export type Asked = {
  n: number
  actor_type: string
  auth_identity_id: string | null
  provider: string | null
  identifier: string | null
}

/** Ids of actors by `n`; who is not found is absent. */
export async function findActors(
  sql: SqlExecutor,
  asked: Asked[]
): Promise<Map<number, string>> {
  const columns = (
    ["n", "actor_type", "auth_identity_id", "provider", "identifier"] as const
  ).map((name) => asked.map((each) => each[name]))
  const found = (await sql.execute(WHO, columns)) as {
    n: number
    actor_id: string | null
  }[]
  return new Map(
    found.flatMap(({ n, actor_id }) => (actor_id ? [[n, actor_id]] : []))
  )
}

/** A sign-in, the first of its device in a batch. */
export type SeenDevice = EventRow & { actor_id: string }

const DEVICE_COLUMNS = {
  actor_type: "text",
  actor_id: "text",
  browser: "text",
  os: "text",
  device_kind: "text",
  seen_at: "timestamptz",
} as const

const NEW_DEVICE_COLUMNS = {
  id: "text",
  ...DEVICE_COLUMNS,
  ip: "inet",
} as const

const unnest = (columns: Record<string, string>) =>
  `unnest(${Object.values(columns)
    .map((type) => `?::${type}[]`)
    .join(
      ", "
    )}) with ordinality as seen (${Object.keys(columns).join(", ")}, n)`

const isKnown = (more: string) => `exists (
  select from login_device known
   where known.actor_id = seen.actor_id and known.actor_type = seen.actor_type
     and known.browser = seen.browser and known.os = seen.os
     and known.device_kind = seen.device_kind and known.disowned_at is null ${more})`

/** A device that was seen today is left alone, which nearly all of them are. */
const NOT_OF_TODAY = `select seen.n::int - 1 as n from ${unnest(DEVICE_COLUMNS)}
  where not ${isKnown("and known.last_seen_at > seen.seen_at - interval '1 day'")}
  order by n`

/** A statement sees the devices as they were before it: whoever has none signs in for the first time. */
const SEE = `with put as (
    insert into login_device as known (id, actor_type, actor_id, browser, os, device_kind, ip,
      first_seen_at, last_seen_at)
    select id, actor_type, actor_id, browser, os, device_kind, ip, seen_at, seen_at
      from ${unnest(NEW_DEVICE_COLUMNS)} order by n
    on conflict (actor_id, actor_type, browser, os, device_kind) where disowned_at is null
    do update set last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at)
    returning id, actor_type, actor_id, (xmax = 0) as is_new
  )
  select id, not exists (
    select from login_device known
     where known.actor_id = put.actor_id and known.actor_type = put.actor_type
  ) as is_first from put where is_new`

/** In the order of `DEVICE_COLUMNS`. */
const deviceValues = (devices: SeenDevice[]) => [
  devices.map((one) => one.actor_type),
  devices.map((one) => one.actor_id),
  devices.map((one) => one.browser ?? ""),
  devices.map((one) => one.os ?? ""),
  devices.map((one) => one.device_kind),
  devices.map((one) => one.occurred_at),
]

/** Notes the devices of sign-ins, each once. @returns those that were not known */
export async function seeDevices(
  sql: SqlExecutor,
  devices: SeenDevice[]
): Promise<Map<SeenDevice, { id: string; is_first: boolean }>> {
  const due = (await sql.execute(NOT_OF_TODAY, deviceValues(devices))) as {
    n: number
  }[]
  if (due.length === 0) {
    return new Map()
  }
  const put = new Map(
    due.map(({ n }) => [
      generateEntityId(undefined, "lgdev"),
      devices[n] as SeenDevice,
    ])
  )
  const seen = [...put.values()]
  const ips = seen.map(({ ip }) => ip)
  const values = [[...put.keys()], ...deviceValues(seen), ips]
  const rows = (await sql.execute(SEE, values)) as {
    id: string
    is_first: boolean
  }[]
  return new Map(rows.map((row) => [put.get(row.id) as SeenDevice, row]))
}

export type FailureCount = { key: string; failures: number }

const COUNT = `insert into login_failure_window as counted (key, window_start, failures)
  select key, ?::timestamptz, failures from unnest(?::text[], ?::int[]) as added (key, failures)
  on conflict (key, window_start)
  do update set failures = counted.failures + excluded.failures
  returning key, failures`

/** Adds failures to their window, for all instances together. @returns the counts with them */
export async function countFailures(
  sql: SqlExecutor,
  windowStart: Date,
  added: FailureCount[]
): Promise<FailureCount[]> {
  return (await sql.execute(COUNT, [
    windowStart,
    added.map(({ key }) => key),
    added.map(({ failures }) => failures),
  ])) as FailureCount[]
}
