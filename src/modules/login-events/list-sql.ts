import type { DeviceKind, LoginOutcome } from "../../types/login-events"
import { Conditions, type Moments } from "../../utils/conditions"

/** What somebody searches for, by what it looks like. */
export type LoginEventSearch = {
  text: string
  hash: string
  kind: "network" | "email" | "actor" | "other"
}

export type LoginEventFilters = {
  /** Finds an actor's id, an e-mail address as it was typed, an address or network, or a request's id. */
  q?: LoginEventSearch
  actor_type?: string
  actor_id?: string
  provider?: string
  outcome?: LoginOutcome[]
  device_kind?: DeviceKind[]
  /** An address, or a network such as 203.0.113.0/24. */
  ip?: string
  is_new_device?: boolean
  occurred_at?: Moments
}

export type LoginEventPage = LoginEventFilters & {
  order: string
  limit: number
  offset: number
}

/** Where a page of the export goes on. */
export type LoginEventCursor = { occurred_at: string; id: string }

export type Statement = { sql: string; values: unknown[] }

/** No page leads further, and to count millions takes seconds. */
export const COUNT_CAP = 100_100

const TIME = `to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at`

/** `text` of an inet always has its mask; of one address nobody needs it. */
const IP =
  "case when masklen(ip) in (32, 128) then host(ip) else ip::text end as ip"

const STORE_ROW = `id, ${TIME}, provider, outcome, ${IP}, browser, os, device_kind, is_new_device`

const ADMIN_ROW = `${STORE_ROW}, actor_type, actor_id, identifier_hash, is_first_login, request_id`

function conditions(filters: LoginEventFilters): Conditions {
  const where = new Conditions()
    .equals("actor_type", filters.actor_type)
    .equals("actor_id", filters.actor_id)
    .equals("provider", filters.provider)
    .oneOf("outcome", filters.outcome)
    .oneOf("device_kind", filters.device_kind)
    .within("occurred_at", filters.occurred_at)
  if (filters.ip !== undefined) {
    where.add("ip <<= ?::inet", filters.ip)
  }
  if (filters.q) {
    search(where, filters.q)
  }
  if (filters.is_new_device !== undefined) {
    where.add("is_new_device = ?", filters.is_new_device)
  }
  return where
}

/** Whose login is called so. */
const CALLED = `select actor.value from provider_identity login
  join auth_identity identity on identity.id = login.auth_identity_id
  cross join jsonb_each_text(identity.app_metadata) actor
  where login.entity_id in (?, lower(?)) and login.deleted_at is null and actor.value is not null`

function search(where: Conditions, { text, hash, kind }: LoginEventSearch) {
  if (kind === "network") {
    where.add("ip <<= ?::inet", text)
  } else if (kind === "email") {
    // An array, which both indexes can be asked for; a list that is read for each row they cannot.
    where.add(
      `(identifier_hash = ? or actor_id = any(array(${CALLED})))`,
      hash,
      text,
      text
    )
  } else if (kind === "actor") {
    where.equals("actor_id", text)
  } else {
    where.add("(actor_id = ? or request_id = ?)", text, text)
  }
}

function pageSql(
  row: string,
  where: Conditions,
  { order, limit, offset }: Pick<LoginEventPage, "order" | "limit" | "offset">
): Statement {
  const by = order.startsWith("-") ? "desc" : "asc"
  return {
    sql: `select
      (select count(*)::int from
        (select from login_event where ${where.sql} limit ${COUNT_CAP}) counted) as count,
      coalesce((select json_agg(page) from (
        select ${row} from login_event where ${where.sql}
        order by login_event.occurred_at ${by}, id ${by} limit ? offset ?
      ) page), '[]'::json) as login_events`,
    values: [...where.values, ...where.values, limit, offset],
  }
}

export const listSql = ({ order, limit, offset, ...filters }: LoginEventPage) =>
  pageSql(ADMIN_ROW, conditions(filters), { order, limit, offset })

/** What was tried at one customer's account, as whatever type of actor. */
export function customerSql(
  customerId: string,
  page: { limit: number; offset: number }
): Statement {
  const where = conditions({ actor_id: customerId })
  return pageSql(STORE_ROW, where, { order: "-occurred_at", ...page })
}

/** Newest first. Pages follow a cursor, so the last costs as much as the first. */
export function exportSql(
  filters: LoginEventFilters,
  limit: number,
  after?: LoginEventCursor
): Statement {
  const where = conditions(filters)
  if (after) {
    where.add(
      "(login_event.occurred_at, id) < (?::timestamptz, ?)",
      after.occurred_at,
      after.id
    )
  }
  return {
    sql: `select ${ADMIN_ROW} from login_event where ${where.sql}
      order by login_event.occurred_at desc, id desc limit ?`,
    values: [...where.values, limit],
  }
}

/** From the sums alone: it costs the same however many events there are. */
export function statisticsSql({
  from,
  to,
  actor_type,
}: {
  from: string
  to: string
  actor_type?: string
}): Statement {
  const where = new Conditions("day >= ?::date and day <= ?::date").equals(
    "actor_type",
    actor_type
  )
  const day = "to_char(day, 'YYYY-MM-DD') as day"
  const list = (rows: string) =>
    `coalesce((select json_agg(listed) from (${rows}) listed), '[]'::json)`
  const entered = "outcome in ('success', 'mfa_passed')"
  return {
    sql: `with days as (select * from login_event_day where ${where.sql})
      select ${list(`select ${day}, outcome, sum(events)::int as count
          from days group by days.day, outcome order by days.day, outcome`)} as by_outcome,
        ${list(`select ${day}, device_kind, sum(events)::int as count
          from days where ${entered} group by days.day, device_kind order by days.day, device_kind`)} as by_device,
        ${list(`select ${day}, sum(first_logins)::int as new, sum(events - first_logins)::int as returning
          from days where ${entered} group by days.day order by days.day`)} as logins,
        (select to_char(moment at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
          from login_event_mark where id = 'sums') as counted_until`,
    values: [from, to, ...where.values],
  }
}
