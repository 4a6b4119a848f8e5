import type { SqlExecutor } from "../../utils/add-job"
import type { NewSession, SessionState, SessionToken } from "./session-row"

/** Tabs of one browser exchange the same token at the same moment: for so long each gets the same newer one. */
export const GRACE_MS = 10_000
const GRACE = `interval '${GRACE_MS} milliseconds'`

const TOKEN = "id, generation, rotated_at, expires_at"

const OPEN = `with asked as (
    select clock_timestamp() - make_interval(secs => ?) as at,
      now() + make_interval(days => ?) as expires_at
  )
  insert into auth_session (id, auth_identity_id, actor_type, actor_id, provider, browser, os,
    device_kind, ip, token_expires_at, began_at, expires_at)
  select ?, ?, ?, ?, ?, ?, ?, ?, ?::inet, least(?::timestamptz, asked.expires_at), asked.at,
    asked.expires_at
    from asked
   where not exists (
     select from auth_session_end mark
      where mark.auth_identity_id = ? and mark.ended_at > asked.at)
  returning ${TOKEN}`

/** @returns nothing when all sessions of the identity were ended meanwhile */
export async function openSession(
  sql: SqlExecutor,
  session: NewSession,
  days: number
): Promise<SessionToken | undefined> {
  const { auth_identity_id, actor_type, actor_id, provider } = session
  const rows = await sql.execute(OPEN, [
    ...[session.since_ms / 1000, days],
    ...[session.id, auth_identity_id, actor_type, actor_id, provider],
    ...[session.browser, session.os, session.device_kind, session.ip],
    ...[session.token_expires_at, auth_identity_id],
  ])
  return (rows as SessionToken[])[0]
}

const LIVE = "ended_at is null and expires_at > now()"

const rotateSql = (condition: string) => `update auth_session
  set generation = generation + 1, rotated_at = clock_timestamp(), last_seen_at = now(),
    token_expires_at = least(now() + make_interval(secs => ?), expires_at)
  where id = ? and ${LIVE} and ${condition}
  returning ${TOKEN}`

const ROTATE = rotateSql("generation = ?")
/** A cookie has no token that could be old: it gets the newest one. */
const ROTATE_FOR_COOKIE = rotateSql(
  `(rotated_at is null or rotated_at <= clock_timestamp() - ${GRACE})`
)

const CURRENT = `select ${TOKEN} from auth_session where id = ? and ${LIVE}`
const SUCCESSOR = `${CURRENT} and generation = ? and rotated_at > clock_timestamp() - ${GRACE}`

export type Rotation = {
  id: string
  /** Of the token that is given away; nothing for a cookie. */
  generation?: number
  /** Of the newer one, in seconds. */
  lifetime: number
}

/** @returns the newer token, of eight who ask at once the same one; nothing when the given one is too old, or the session over */
export async function rotateToken(
  sql: SqlExecutor,
  { id, generation, lifetime }: Rotation
): Promise<SessionToken | undefined> {
  const one = async (statement: string, ...values: unknown[]) =>
    ((await sql.execute(statement, values)) as SessionToken[])[0]
  return generation === undefined
    ? ((await one(ROTATE_FOR_COOKIE, lifetime, id)) ?? (await one(CURRENT, id)))
    : ((await one(ROTATE, lifetime, id, generation)) ??
        (await one(SUCCESSOR, id, generation + 1)))
}

/** Of a session that began while all were ended, its own row does not say so. */
export const FIND = `select own.id, own.auth_identity_id, generation, rotated_at, last_seen_at,
    cookie_expires_at, expires_at,
    own.ended_at is not null
      or (mark.ended_at > began_at and mark.kept_id is distinct from own.id) is true as is_ended
  from auth_session own
  left join auth_session_end mark on mark.auth_identity_id = own.auth_identity_id
  where own.id = ?`

export const LAST_END =
  "select ended_at from auth_session_end where auth_identity_id = ?"

/** Whether a token is the session's newest, or was until a moment ago. */
export function isCurrent(
  { generation, rotated_at }: SessionState,
  gen: number,
  now: number
): boolean {
  const isFresh = rotated_at && now - rotated_at.getTime() < GRACE_MS
  return gen >= generation || Boolean(gen === generation - 1 && isFresh)
}
