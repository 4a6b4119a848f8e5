import type { Session } from "../../types/sessions"

export type SessionsOf = { actor_type: string; actor_id: string }

export type SessionPage = SessionsOf & {
  limit: number
  offset: number
  /** Which one asks. */
  current?: string
  /** After how many minutes without a request a cookie is over. */
  idleMinutes: number
  /** A token that ran out can be exchanged. */
  refreshExpired: boolean
}

export type ListedSessions = { sessions: Session[]; count: number }

/** Until when a session goes on by itself. */
const UNTIL = `case when ? then expires_at else greatest(token_expires_at,
    case when cookie_expires_at is not null
      then least(cookie_expires_at, last_seen_at + make_interval(mins => ?)) end) end`

const moment = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${column}`

/** The one that asks comes first, then by last use. */
const LIST = `with open as (
    select own.*, ${UNTIL} as until from auth_session own
      left join auth_session_end mark on mark.auth_identity_id = own.auth_identity_id
     where own.actor_type = ? and own.actor_id = ? and own.ended_at is null
       and (mark.ended_at > began_at and mark.kept_id is distinct from own.id) is not true
  ), live as (
    select id, coalesce(id = ?, false) as current, browser, os, device_kind, host(ip) as ip, provider,
      created_at, last_seen_at, until as expires_at
      from open where until > now()
  )
  select (select count(*)::int from live) as count,
    coalesce((select json_agg(page) from (
      select id, current, browser, os, device_kind, ip, provider,
        ${moment("created_at")}, ${moment("last_seen_at")}, ${moment("expires_at")}
        from live order by current desc, live.last_seen_at desc, id limit ? offset ?
    ) page), '[]'::json) as sessions`

export function listSql(page: SessionPage) {
  const { actor_type, actor_id, current, limit, offset } = page
  const values = [
    ...[page.refreshExpired, page.idleMinutes, actor_type, actor_id],
    ...[current ?? null, limit, offset],
  ]
  return { sql: LIST, values }
}

/** Those that are over for long, and the ends of all that no token is old enough for. */
export const PRUNE = `with gone as (
    delete from auth_session
     where coalesce(ended_at, expires_at) < now() - make_interval(days => ?) returning id
  ), unmarked as (
    delete from auth_session_end mark
     where mark.ended_at < now() - interval '400 days' and not exists (
       select from auth_session own where own.auth_identity_id = mark.auth_identity_id
         and own.ended_at is null)
  )
  select count(*)::int as count from gone`
