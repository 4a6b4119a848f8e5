import type { SqlExecutor } from "../../utils/add-job"

const DAY_MS = 86_400_000
const MONTHS_AHEAD = 2
/** What cuts the days into sums and the table into months, one at a time on any number of instances. */
const LOCK = "select pg_advisory_xact_lock(hashtext('login-events'))"

const monthStart = (date: Date, months = 0) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))

/** `login_event_2026_11` */
const partitionName = (month: Date) =>
  `login_event_${month.toISOString().slice(0, 7).replace("-", "_")}`

const PARTITIONS = `select child.relname as name from pg_inherits
  join pg_class child on child.oid = inhrelid
  where inhparent = 'login_event'::regclass`

async function partitions(sql: SqlExecutor): Promise<Set<string>> {
  const rows = (await sql.execute(PARTITIONS)) as { name: string }[]
  return new Set(rows.map(({ name }) => name))
}

/** Makes the months of `now` and the next two where they are missing. To look first keeps writers going: making one stops them. */
export async function makePartitions(sql: SqlExecutor, now: Date) {
  await sql.execute(LOCK)
  const known = await partitions(sql)
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
    const month = monthStart(now, ahead)
    if (!known.has(partitionName(month))) {
      await sql.execute(
        `create table if not exists ${partitionName(month)} partition of login_event
         for values from ('${month.toISOString()}') to ('${monthStart(month, 1).toISOString()}')`
      )
    }
  }
}

/** Drops the months that ended before a moment. @returns their names */
export async function dropPartitions(sql: SqlExecutor, before: Date) {
  await sql.execute(LOCK)
  await sql.execute("set local lock_timeout = '5s'")
  const oldest = partitionName(monthStart(before))
  const gone = [...(await partitions(sql))].filter((name) => name < oldest)
  for (const name of gone) {
    await sql.execute(`drop table if exists ${name}`)
  }
  return gone
}

/** Leaves the network of addresses; one that was cut before stays as it is. */
const CUT = `update login_event
     set ip = network(set_masklen(ip, case family(ip) when 4 then 24 else 48 end))
   where occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz
     and masklen(ip) > case family(ip) when 4 then 24 else 48 end`

const CUT_DEVICES = `update login_device
   set ip = network(set_masklen(ip, case family(ip) when 4 then 24 else 48 end))
 where first_seen_at < ?::timestamptz
   and masklen(ip) > case family(ip) when 4 then 24 else 48 end`

/**
 * Cuts the addresses of one day, and moves the mark behind it.
 * @returns whether another day waits
 */
export async function cutNextDay(
  sql: SqlExecutor,
  before: Date
): Promise<boolean> {
  await sql.execute(LOCK)
  const from =
    (await readMark(sql, "ips")) ?? (await oldestEvent(sql)) ?? before
  if (from >= before) {
    return false
  }
  const next = new Date(Math.min(from.getTime() + DAY_MS, before.getTime()))
  await sql.execute(CUT, [from, next])
  await setMark(sql, "ips", next)
  return next < before
}

export const cutDeviceIps = (sql: SqlExecutor, before: Date) =>
  sql.execute(CUT_DEVICES, [before])

/** Whoever comes back after that long comes as somebody new. */
export const forgetDevices = (sql: SqlExecutor, before: Date) =>
  sql.execute("delete from login_device where last_seen_at < ?::timestamptz", [
    before,
  ])

export const forgetWindows = (sql: SqlExecutor, before: Date) =>
  sql.execute(
    "delete from login_failure_window where window_start < ?::timestamptz",
    [before]
  )

/** How far something has come: the sums, or the cutting of addresses. */
type Mark = "sums" | "ips"

async function readMark(sql: SqlExecutor, id: Mark): Promise<Date | null> {
  const [row] = (await sql.execute(
    "select moment from login_event_mark where id = ? for update",
    [id]
  )) as { moment: Date | string }[]
  return row ? new Date(row.moment) : null
}

const setMark = (sql: SqlExecutor, id: Mark, moment: Date) =>
  sql.execute(
    `insert into login_event_mark (id, moment) values (?, ?)
     on conflict (id) do update set moment = excluded.moment`,
    [id, moment]
  )

/** What comes late is older than what was summed up: its day is summed up again. */
export const moveMarkBack = (sql: SqlExecutor, moment: Date) =>
  sql.execute(
    "update login_event_mark set moment = ? where id = 'sums' and moment > ?",
    [moment, moment]
  )

/** How long an event may take to be written without anybody having to say that it is late. */
export const LATE_MS = 60_000

const OLDEST = "select min(occurred_at) as moment from login_event"

const FORGET_DAY = "delete from login_event_day where day = ?::date"

/** Types that nobody set up are anybody's to invent, and would be rows without end. */
const SUM_DAY = `insert into login_event_day (day, actor_type, outcome, device_kind, events, first_logins)
  select ?::date, case when actor_type = any(?::text[]) then actor_type else 'other' end as type,
    outcome, device_kind, count(*), count(*) filter (where is_first_login)
  from login_event where occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz
  group by type, outcome, device_kind`

/**
 * Sums up one day, from scratch, in the transaction that also moves the mark: killed half-way
 * nothing has happened, and twice is as once.
 *
 * @returns whether another day waits
 */
export async function sumNextDay(
  sql: SqlExecutor,
  actorTypes: string[],
  now: Date
): Promise<boolean> {
  await sql.execute(LOCK)
  const from = (await readMark(sql, "sums")) ?? (await oldestEvent(sql)) ?? now
  const start = new Date(Math.floor(from.getTime() / DAY_MS) * DAY_MS)
  const end = new Date(start.getTime() + DAY_MS)
  const day = start.toISOString().slice(0, 10)
  await sql.execute(FORGET_DAY, [day])
  await sql.execute(SUM_DAY, [day, actorTypes, start, end])
  // What is written within the next minute may be as old as this.
  const certain = new Date(now.getTime() - 2 * LATE_MS)
  await setMark(sql, "sums", end < certain ? end : certain)
  return end < certain
}

async function oldestEvent(sql: SqlExecutor): Promise<Date | null> {
  const [row] = (await sql.execute(OLDEST)) as { moment: Date | null }[]
  return row?.moment ? new Date(row.moment) : null
}
