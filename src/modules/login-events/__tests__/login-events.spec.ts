import { randomUUID } from "node:crypto"
import { Pool } from "@medusajs/framework/pg"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { runMigrations } from "graphile-worker"
import {
  type Database,
  emptyDatabase,
} from "../../../../integration-tests/helpers/database"
import type { SqlExecutor } from "../../../utils/add-job"
import { onConnection } from "../../../utils/in-transaction"
import { Migration20261122111500 } from "../migrations/Migration20261122111500"
import type { NewLoginEvent } from "../new-event"
import { loginEventsOptionsSchema } from "../options"
import {
  cutNextDay,
  dropPartitions,
  makePartitions,
  sumNextDay,
} from "../time-sql"
import { copyTransaction } from "../copy-events"
import { writeEvents } from "../write-events"
import { copyEvents } from "../write-sql"

const DAY_MS = 86_400_000
const NOW = new Date("2026-03-15T12:00:00Z")
const FIREFOX =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"

/** What Medusa knows of logins, as far as events look at it. */
const CORE_TABLES = `
  create table auth_identity (id text primary key, app_metadata jsonb, deleted_at timestamptz);
  create table provider_identity (entity_id text, provider text, auth_identity_id text, deleted_at timestamptz);`

let database: Database
let pool: Pool
let connection: ReturnType<typeof ModulesSdkUtils.createPgConnection>

const sql = async <Row>(text: string, values: unknown[] = []) =>
  (await pool.query(text, values)).rows as Row[]

const within = <Result>(work: (sql: SqlExecutor) => Promise<Result>) =>
  onConnection(connection, work)

beforeAll(async () => {
  database = await emptyDatabase()
  pool = new Pool({ connectionString: database.url, max: 4 })
  await sql(CORE_TABLES)
  const migration = new Migration20261122111500(null as never, null as never)
  await migration.up()
  await sql(migration.getQueries().join("\n"))
  await runMigrations({ connectionString: database.url })
  connection = ModulesSdkUtils.createPgConnection({ clientUrl: database.url })
}, 60_000)

afterAll(async () => {
  await connection?.destroy()
  await pool?.end()
  await database?.drop()
})

beforeEach(() =>
  sql(
    "truncate login_event, login_device, login_event_day, login_event_mark, login_failure_window, graphile_worker._private_jobs"
  )
)

const event = (more: Partial<NewLoginEvent> = {}): NewLoginEvent => ({
  id: `lgev_${randomUUID()}`,
  ...{ occurred_at: NOW, outcome: "success", actor_type: "customer" },
  ...{ actor_id: "cus_1", auth_identity_id: null, provider: "emailpass" },
  ...{ identifier: null, ip: "203.0.113.77", ip_key: "203.0.113.77" },
  ...{ user_agent: FIREFOX, request_id: null },
  ...more,
})

async function write(events: NewLoginEvent[], now = NOW) {
  await within((transaction) => makePartitions(transaction, now))
  const options = loginEventsOptionsSchema.parse({
    burst: { failures: 3, ipFailures: 5 },
  })
  const settings = { options, secret: "of-a-spec", now }
  await within((transaction) => writeEvents(transaction, events, settings))
}

const jobsOf = (task: string) =>
  sql<{ payload: Record<string, unknown> }>(
    `select job.payload from graphile_worker._private_jobs job
       join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = $1 order by job.id`,
    [task]
  )

describe("writing login events", () => {
  it("makes nothing twice of a batch that comes again, because nobody heard that it was written", async () => {
    const batch = [event(), event({ outcome: "refreshed" })]
    await write(batch)
    await write(batch)
    const rows = await sql<{ outcome: string; is_first_login: boolean }>(
      "select outcome, is_first_login from login_event order by outcome"
    )
    expect(rows).toEqual([
      { outcome: "refreshed", is_first_login: false },
      { outcome: "success", is_first_login: true },
    ])
  })

  it("gets in by COPY whatever a client made up, and the same batch once", async () => {
    await within((transaction) => makePartitions(transaction, NOW))
    const options = loginEventsOptionsSchema.parse({})
    const settings = { options, secret: "of-a-spec", now: NOW }
    const batch = ["\\.", "a\tb\nc\\N", "ünï"].map((request_id) =>
      event({ request_id, outcome: "refreshed" })
    )
    const copy = () =>
      copyTransaction(connection, (transaction, send) =>
        writeEvents(transaction, batch, settings, (rows) =>
          copyEvents(send, rows)
        )
      )
    await copy()
    await expect(copy()).rejects.toMatchObject({ code: "23505" })
    const rows = await sql<{ request_id: string }>(
      "select request_id from login_event"
    )
    expect(rows.map(({ request_id }) => request_id).sort()).toEqual(
      batch.map(({ request_id }) => request_id).sort()
    )
  })

  it("takes a copy back whose text cannot be made, and the connection is good for more", async () => {
    const bad = { ...event(), occurred_at: new Date(Number.NaN) }
    const copy = copyTransaction(connection, (_, send) =>
      copyEvents(send, [bad as never])
    )
    await expect(copy).rejects.toMatchObject({ code: "57014" })
    const again = copyTransaction(connection, ({ execute }) =>
      execute("select count(*)::int as count from login_event")
    )
    expect(await again).toEqual([{ count: 0 }])
  })

  it("finds out whose account a wrong password was meant for", async () => {
    await sql(`insert into auth_identity values ('authid_9', '{"customer_id": "cus_9", "user_id": "user_9"}');
      insert into provider_identity values ('asha@shop.test', 'emailpass', 'authid_9')`)
    const typed = { actor_id: null, outcome: "wrong_credentials" as const }
    await write([
      event({ ...typed, identifier: "asha@shop.test" }),
      event({ ...typed, identifier: "asha@shop.test", actor_type: "user" }),
      event({ ...typed, identifier: "asha@shop.test", provider: "google" }),
      event({ ...typed, auth_identity_id: "authid_9" }),
      event({ ...typed, identifier: "asha@shop.test", actor_type: "made-up" }),
    ])
    const rows = await sql<{ actor_id: string | null; known: boolean }>(
      "select actor_id, identifier_hash is null as known from login_event order by actor_id"
    )
    expect(rows).toEqual([
      { actor_id: "cus_9", known: true },
      { actor_id: "cus_9", known: true },
      { actor_id: "cus_9", known: true },
      { actor_id: "user_9", known: true },
      { actor_id: null, known: false },
    ])
  })

  // The attack: guessing with the address in capitals, which signs in all the same, so that its owner never sees it.
  it("finds the owner of an address typed in capitals, and of two so alike the one that was typed", async () => {
    await sql(`insert into auth_identity values ('authid_small', '{"customer_id": "cus_small"}'),
        ('authid_big', '{"customer_id": "cus_big"}');
      insert into provider_identity values ('ravi@shop.test', 'emailpass', 'authid_small'),
        ('Ravi@shop.test', 'emailpass', 'authid_big')`)
    const typed = { actor_id: null, outcome: "wrong_credentials" as const }
    await write([
      event({ ...typed, request_id: "1", identifier: "RAVI@SHOP.TEST" }),
      event({ ...typed, request_id: "2", identifier: "Ravi@shop.test" }),
      event({ ...typed, request_id: "3", identifier: "ravi@shop.test" }),
      event({ ...typed, request_id: "4", identifier: "nobody@shop.test" }),
    ])
    const rows = await sql<{ actor_id: string | null }>(
      "select actor_id from login_event order by request_id"
    )
    expect(rows.map(({ actor_id }) => actor_id)).toEqual([
      ...["cus_small", "cus_big", "cus_small", null],
    ])
  })

  it("announces a new device once, of instances that see it at the same time too", async () => {
    await write([event({ user_agent: null })])
    await Promise.all([write([event()]), write([event()]), write([event()])])
    expect(await jobsOf("login-events-announce")).toHaveLength(1)
    const [counted] = await sql(
      `select count(*) filter (where is_new_device)::int as news,
        count(*) filter (where is_first_login)::int as firsts from login_event`
    )
    expect(counted).toEqual({ news: 1, firsts: 1 })
  })

  it("raises one alarm per window, account and address, of instances that fail at the same time too", async () => {
    const miss = () =>
      event({
        ...{ outcome: "wrong_credentials", actor_id: null },
        identifier: "asha@shop.test",
      })
    await Promise.all(Array.from({ length: 4 }, () => write([miss(), miss()])))
    const alarms = await jobsOf("login-events-alert")
    expect(alarms.map(({ payload }) => [payload.kind, payload.ip])).toEqual(
      expect.arrayContaining([
        ["account", null],
        ["ip", "203.0.113.77"],
      ])
    )
    expect(alarms).toHaveLength(2)
    expect(JSON.stringify(alarms)).not.toContain("asha")
  })
})

describe("the sums", () => {
  const sum = async (now: Date) => {
    while (await within((tx) => sumNextDay(tx, ["customer"], now))) {
      // Another day waits.
    }
    return sql(
      `select day::text, actor_type, outcome, device_kind, events, first_logins
         from login_event_day order by day, actor_type, outcome`
    )
  }
  const yesterday = new Date(NOW.getTime() - DAY_MS)
  const row = { actor_type: "customer", device_kind: "desktop" }

  it("are the same however often they are made, and see what comes late", async () => {
    await write([event({ occurred_at: yesterday }), event()])
    const expected = [
      {
        ...row,
        day: "2026-03-14",
        outcome: "success",
        events: 1,
        first_logins: 1,
      },
      {
        ...row,
        day: "2026-03-15",
        outcome: "success",
        events: 1,
        first_logins: 0,
      },
    ]
    expect(await sum(NOW)).toEqual(expected)
    expect(await sum(NOW)).toEqual(expected)
    const late = event({ occurred_at: yesterday, outcome: "logged_out" })
    await write([late])
    expect(await sum(NOW)).toContainEqual({
      ...{ ...row, day: "2026-03-14", outcome: "logged_out" },
      ...{ events: 1, first_logins: 0 },
    })
  })

  it("of a run that was killed half-way leave nothing behind", async () => {
    await write([event({ occurred_at: yesterday }), event()])
    const killed = within(async (tx) => {
      await sumNextDay(tx, ["customer"], NOW)
      throw new Error("killed")
    })
    await expect(killed).rejects.toThrow("killed")
    expect(await sql("select from login_event_day")).toEqual([])
    expect(await sum(NOW)).toHaveLength(2)
  })

  it("do not grow with types of actors that somebody made up", async () => {
    const types = Array.from({ length: 20 }, (_, n) => `invented-${n}`)
    await write(
      types.map((actor_type) => event({ actor_type, actor_id: null }))
    )
    expect(await sum(NOW)).toEqual([
      {
        ...row,
        actor_type: "other",
        day: "2026-03-15",
        outcome: "success",
        events: 20,
        first_logins: 0,
      },
    ])
  })
})

describe("the months", () => {
  const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

  it("are made ahead, by two instances at once too, and dropped when they are over", async () => {
    await Promise.all([write([event()]), write([event()])])
    const dropped = await within((tx) => dropPartitions(tx, later(10)))
    expect(dropped).toEqual([])
    expect(await within((tx) => dropPartitions(tx, later(17)))).toEqual([
      "login_event_2026_03",
    ])
    expect(await sql("select from login_event")).toEqual([])
    await write([event()])
    expect(await sql("select from login_event")).toHaveLength(1)
  })

  it("keep networks instead of addresses once these are old, and what is young as it is", async () => {
    const ips = ["203.0.113.77", "2001:db8:1:2:3::4"]
    await write(ips.map((ip) => event({ ip })))
    await write(
      [event({ occurred_at: later(3), ip: "203.0.113.78" })],
      later(3)
    )
    while (await within((tx) => cutNextDay(tx, later(2)))) {
      // Another day waits.
    }
    expect(await within((tx) => cutNextDay(tx, later(2)))).toBe(false)
    const rows = await sql<{ ip: string }>(
      "select ip::text from login_event order by occurred_at, family(ip)"
    )
    expect(rows.map(({ ip }) => ip)).toEqual([
      "203.0.113.0/24",
      "2001:db8:1::/48",
      "203.0.113.78/32",
    ])
  })
})
