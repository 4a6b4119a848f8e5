import { addJob, type SqlExecutor } from "../../utils/add-job"
import type { Statement } from "./list-sql"

/** A device that somebody signed in from. */
export type LoginDevice = {
  id: string
  actor_type: string
  actor_id: string
  /** Empty where it did not say. */
  browser: string
  os: string
  /** ISO 8601 */
  first_seen_at: string
  /** Its owner said that it is not theirs. */
  is_disowned: boolean
  /** The password that it signed in with works no more. */
  is_locked: boolean
  /** New devices of the same actor within the day before it, this one included. */
  of_day: number
}

export const retrieveDeviceSql = (id: string): Statement => ({
  sql: `select device.id, device.actor_type, device.actor_id, device.browser, device.os,
      to_char(device.first_seen_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as first_seen_at,
      device.disowned_at is not null as is_disowned,
      device.locked_at is not null as is_locked,
      (select count(*)::int from login_device other
        where other.actor_id = device.actor_id and other.actor_type = device.actor_type
          and other.first_seen_at > device.first_seen_at - interval '1 day'
          and other.first_seen_at <= device.first_seen_at) as of_day
    from login_device device where device.id = ?`,
  values: [id],
})

export const lockSql = (id: string): Statement => ({
  sql: "update login_device set locked_at = now() where id = ? and locked_at is null",
  values: [id],
})

/** The mark and the job that follows from it, once. @returns whether it was news */
export async function disownSql(
  sql: SqlExecutor,
  id: string,
  task: string
): Promise<boolean> {
  const marked = (await sql.execute(
    `update login_device set disowned_at = now()
      where id = ? and disowned_at is null returning id`,
    [id]
  )) as unknown[]
  if (marked.length === 0) {
    return false
  }
  await addJob(sql, task, { device_id: id })
  return true
}
