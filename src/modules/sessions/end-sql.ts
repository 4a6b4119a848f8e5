import type { SqlExecutor } from "../../utils/add-job"

/** Why a session ended; kept beside it, for who asks later. */
export type SessionsEnd = {
  auth_identity_id: string
  /** The session that is kept. */
  except?: string
  /** With `password changed` the kept one goes on although the new password has ended it. */
  reason: string
}

/** All sessions of somebody, with whatever they sign in. */
export type ActorSessionsEnd = Omit<SessionsEnd, "auth_identity_id"> & {
  actor_type: string
  actor_id: string
}

/** One session of somebody, and of nobody else. */
export type SessionEnd = {
  id: string
  actor_type: string
  actor_id: string
  reason: string
}

/** For sessions that begin at this moment, and tokens without one: they are good only if they are newer. */
const MARK = `insert into auth_session_end as known (auth_identity_id, ended_at, kept_id)
  values (?, clock_timestamp(), ?)
  on conflict (auth_identity_id) do update set
    ended_at = greatest(known.ended_at, excluded.ended_at), kept_id = excluded.kept_id`

const OVER = "set ended_at = now(), end_reason = ?"

const END_ALL = `update auth_session ${OVER}
  where auth_identity_id = ? and ended_at is null and id <> ?
  returning id, actor_id is not null
    and greatest(token_expires_at, cookie_expires_at) > now() as was_open`

/** A session that ended. Open is one where somebody was signed in: not what a registration leaves behind. */
export type Ended = { id: string; was_open: boolean }

/** The reason of who changed a password, having shown the old one: their session goes on. */
const PASSWORD_CHANGED = "password changed"

/** The trigger on Medusa's table had ended it with the others, not knowing who changed the password. */
const SPARE = `update auth_session set ended_at = null, end_reason = null
  where id = ? and auth_identity_id = ? and end_reason = 'new password'
    and ended_at > now() - interval '10 seconds'`

/** Ends an identity's sessions in its caller's transaction. */
export async function endSessions(
  sql: SqlExecutor,
  { auth_identity_id, except = "", reason }: SessionsEnd
): Promise<Ended[]> {
  await sql.execute(MARK, [auth_identity_id, except || null])
  if (except && reason === PASSWORD_CHANGED) {
    await sql.execute(SPARE, [except, auth_identity_id])
  }
  const values = [reason, auth_identity_id, except]
  return (await sql.execute(END_ALL, values)) as Ended[]
}

/** All that somebody signs in with. */
const IDENTITIES = `select id from auth_identity
   where app_metadata ->> (?::text || '_id') = ?
  union select auth_identity_id from auth_session
   where actor_type = ? and actor_id = ? and ended_at is null`

export async function listIdentities(
  sql: SqlExecutor,
  actor_type: string,
  actor_id: string
): Promise<string[]> {
  const values = [actor_type, actor_id, actor_type, actor_id]
  const rows = (await sql.execute(IDENTITIES, values)) as { id: string }[]
  return rows.map(({ id }) => id)
}

export const END_OWN = `update auth_session ${OVER}
  where id = ? and actor_type = ? and actor_id = ? and ended_at is null
  returning id`

export const END_BY_ID = `update auth_session ${OVER}
  where id = ? and ended_at is null returning id`
