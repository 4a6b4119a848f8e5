import type { SqlExecutor } from "../../utils/add-job"

/** Why a session ended; kept beside it, for who asks later. */
export type SessionsEnd = {
  auth_identity_id: string
  /** The session that is kept. */
  except?: string
  reason: string
}

/** From when on tokens without a session are good again. */
const MARK = `insert into auth_session_end as known (auth_identity_id, ended_at)
  values (?, clock_timestamp())
  on conflict (auth_identity_id)
  do update set ended_at = greatest(known.ended_at, excluded.ended_at)`

const END_ALL = `update auth_session set ended_at = now(), end_reason = ?
  where auth_identity_id = ? and ended_at is null and id <> ?
  returning expires_at > now() as was_open`

/** Ends an identity's sessions in its caller's transaction. @returns how many were open */
export async function endSessions(
  sql: SqlExecutor,
  { auth_identity_id, except = "", reason }: SessionsEnd
): Promise<number> {
  // First: whoever signs in at this moment waits for it, and sees it.
  await sql.execute(MARK, [auth_identity_id])
  const ended = (await sql.execute(END_ALL, [
    reason,
    auth_identity_id,
    except,
  ])) as { was_open: boolean }[]
  return ended.filter(({ was_open }) => was_open).length
}
