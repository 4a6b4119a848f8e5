import { randomUUID } from "node:crypto"
import { Pool } from "@medusajs/framework/pg"
import {
  ContainerRegistrationKeys,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"
import {
  type Database,
  emptyDatabase,
} from "../../../../integration-tests/helpers/database"
import { SESSIONS_OBJECTS } from "../../../core-tables/sessions"
import { Migration20261122134000 } from "../migrations/Migration20261122134000"
import SessionsModuleService from "../service"
import type { NewSession } from "../session-row"

/** What Medusa knows of logins and their owners, as far as sessions look at it. */
const CORE_TABLES = `
  create schema commerce_suite;
  create table auth_identity (id text primary key, app_metadata jsonb, deleted_at timestamptz);
  create table provider_identity (id text primary key, auth_identity_id text, provider_metadata jsonb);
  create table customer (id text primary key, has_account boolean default true, deleted_at timestamptz);
  create table "user" (id text primary key, email text, deleted_at timestamptz);
  create table api_key (id text, title text, redacted text, type text, created_by text,
    created_at timestamptz default now(), last_used_at timestamptz, revoked_at timestamptz,
    deleted_at timestamptz);`

let database: Database
let pool: Pool
let connection: ReturnType<typeof ModulesSdkUtils.createPgConnection>
let sessions: SessionsModuleService

const sql = async <Row>(text: string, values: unknown[] = []) =>
  (await pool.query(text, values)).rows as Row[]

beforeAll(async () => {
  database = await emptyDatabase()
  pool = new Pool({ connectionString: database.url, max: 4 })
  await sql(CORE_TABLES)
  const migration = new Migration20261122134000(null as never, null as never)
  await migration.up()
  await sql(migration.getQueries().join("\n"))
  for (const { create } of SESSIONS_OBJECTS) {
    await sql(create)
  }
  connection = ModulesSdkUtils.createPgConnection({ clientUrl: database.url })
  sessions = fresh()
}, 60_000)

afterAll(async () => {
  await connection?.destroy()
  await pool?.end()
  await database?.drop()
})

/** As another instance has it: it remembers nothing yet. */
const fresh = () =>
  new SessionsModuleService({
    [ContainerRegistrationKeys.PG_CONNECTION]: connection as never,
  })

const newSession = (more: Partial<NewSession> = {}): NewSession => ({
  id: `authses_${randomUUID()}`,
  auth_identity_id: `authid_${randomUUID()}`,
  ...{ actor_type: "customer", actor_id: `cus_${randomUUID()}` },
  ...{ provider: "emailpass", browser: "Firefox", os: "Linux" },
  ...{ device_kind: "desktop", ip: "203.0.113.7", since_ms: 0 },
  token_expires_at: new Date(Date.now() + 3_600_000),
  ...more,
})

async function opened(more: Partial<NewSession> = {}) {
  const session = newSession(more)
  await sessions.openSession(session, 30)
  return session
}

const isEnded = async ({ id }: NewSession) =>
  (await fresh().findSession(id))?.is_ended

describe("an exchange of a token", () => {
  it("has one result for eight who ask at once, and the next number", async () => {
    const { id } = await opened()
    const tokens = await Promise.all(
      Array.from({ length: 8 }, () =>
        sessions.rotateToken({ id, generation: 0, lifetime: 900 })
      )
    )
    const said = tokens.map((token) => [token?.generation, token?.rotated_at])
    expect(new Set(said.map(String)).size).toBe(1)
    expect(tokens[0]?.generation).toBe(1)
  })

  it("that comes too late ends the session", async () => {
    const session = await opened()
    const { id } = session
    await sessions.rotateToken({ id, generation: 0, lifetime: 900 })
    await sql(
      "update auth_session set rotated_at = now() - interval '11 seconds' where id = $1",
      [id]
    )
    expect(
      await sessions.rotateToken({ id, generation: 0, lifetime: 900 })
    ).toBeUndefined()
    expect(await isEnded(session)).toBe(true)
  })

  it("of a session that is over has no result", async () => {
    const { id } = await opened()
    await sessions.endSession(id, "signed out")
    const rotation = { id, lifetime: 900 }
    expect(
      await sessions.rotateToken({ ...rotation, generation: 0 })
    ).toBeUndefined()
    expect(await sessions.rotateToken(rotation)).toBeUndefined()
  })
})

describe("the end of an identity's sessions", () => {
  it("spares one, and counts those that were open", async () => {
    const kept = await opened()
    const { auth_identity_id } = kept
    const others = [
      await opened({ auth_identity_id }),
      await opened({ auth_identity_id }),
    ]
    const stranger = await opened()
    const end = { auth_identity_id, except: kept.id, reason: "spec" }
    expect(await sessions.endSessions(end)).toBe(2)
    expect(await sessions.endSessions(end)).toBe(0)
    expect(await Promise.all(others.map(isEnded))).toEqual([true, true])
    expect([await isEnded(kept), await isEnded(stranger)]).toEqual([
      false,
      false,
    ])
  })

  // The attack: signing in with the old password while it is being changed.
  it("ends those whose sign-in had begun before it, whichever was written first", async () => {
    const { auth_identity_id } = await opened()
    await sessions.endSessions({ auth_identity_id, reason: "spec" })
    const late = newSession({ auth_identity_id, since_ms: 60_000 })
    expect(await sessions.openSession(late, 30)).toBeUndefined()
    const racing = await opened({ auth_identity_id })
    await sql(
      "update auth_session_end set ended_at = clock_timestamp() where auth_identity_id = $1",
      [auth_identity_id]
    )
    expect(await isEnded(racing)).toBe(true)
    expect(await isEnded(await opened({ auth_identity_id }))).toBe(false)
  })

  it("of an actor takes all that they sign in with", async () => {
    const one = await opened()
    const { actor_id, actor_type } = one
    const unused = `authid_${randomUUID()}`
    await sql("insert into auth_identity values ($1, $2)", [
      unused,
      { customer_id: actor_id },
    ])
    const end = { actor_type, actor_id: actor_id ?? "", reason: "spec" }
    expect(await sessions.endActorSessions(end)).toBe(1)
    expect(await isEnded(one)).toBe(true)
    expect(await fresh().findLastEnd(unused)).toBeInstanceOf(Date)
  })
})

describe("what others write", () => {
  const identity = async (metadata: object = {}) => {
    const id = `authid_${randomUUID()}`
    await sql("insert into auth_identity values ($1, $2)", [id, metadata])
    await sql(
      `insert into provider_identity values ($1, $2, '{"password":"a"}')`,
      [`provid_${id}`, id]
    )
    return id
  }
  const change = (id: string, metadata: object) =>
    sql(
      "update provider_identity set provider_metadata = $2 where auth_identity_id = $1",
      [id, metadata]
    )

  it("ends sessions when it is another password, and only then", async () => {
    const auth_identity_id = await identity()
    const session = await opened({ auth_identity_id })
    await change(auth_identity_id, { password: "a", seen: true })
    expect(await isEnded(session)).toBe(false)
    await change(auth_identity_id, { password: "b" })
    expect(await isEnded(session)).toBe(true)
  })

  it("is undone for who changed their own password, and for no other reason", async () => {
    const auth_identity_id = await identity()
    const session = await opened({ auth_identity_id })
    await change(auth_identity_id, { password: "b" })
    const end = { auth_identity_id, except: session.id }
    await sessions.endSessions({ ...end, reason: "second factor changed" })
    expect(await isEnded(session)).toBe(true)
    await sessions.endSessions({ ...end, reason: "password changed" })
    expect(await isEnded(session)).toBe(false)
    await sql(
      `update auth_session set ended_at = now() - interval '11 seconds', end_reason = 'new password'
        where id = $1`,
      [session.id]
    )
    await sessions.endSessions({ ...end, reason: "password changed" })
    expect(await isEnded(session)).toBe(true)
  })

  const removals: [what: string, statement: string][] = [
    ["the customer is put away", "update customer set deleted_at = now()"],
    ["the customer is deleted", "delete from customer"],
    ["the login is deleted", "delete from auth_identity"],
    [
      "the login loses its customer",
      "update auth_identity set app_metadata = '{}'",
    ],
  ]

  it.each(removals)("ends sessions when %s", async (_, statement) => {
    const customer_id = `cus_${randomUUID()}`
    const auth_identity_id = await identity({ customer_id })
    await sql("insert into customer values ($1)", [customer_id])
    const session = await opened({ auth_identity_id, actor_id: customer_id })
    const id = statement.includes("auth_identity")
      ? auth_identity_id
      : customer_id
    await sql(`${statement} where id = $1`, [id])
    expect(await isEnded(session)).toBe(true)
  })

  it("lets sessions be when a login gets its customer", async () => {
    const auth_identity_id = await identity()
    const session = await opened({ auth_identity_id, actor_id: null })
    await sql(
      `update auth_identity set app_metadata = '{"customer_id":"cus_1"}' where id = $1`,
      [auth_identity_id]
    )
    expect(await isEnded(session)).toBe(false)
  })
})

describe("a list of sessions", () => {
  const page = { limit: 1, offset: 0, idleMinutes: 120, refreshExpired: false }

  it("holds those that are open, the asking one first, page by page", async () => {
    const one = await opened()
    const { auth_identity_id, actor_type } = one
    const actor_id = one.actor_id ?? ""
    const asking = await opened({ auth_identity_id, actor_id })
    const spent = await opened({
      ...{ auth_identity_id, actor_id },
      token_expires_at: new Date(Date.now() - 1_000),
    })
    const of = { ...page, actor_type, actor_id, current: asking.id }
    const first = await sessions.listSessions(of)
    expect(first.count).toBe(2)
    expect(first.sessions).toMatchObject([{ id: asking.id, current: true }])
    const second = await sessions.listSessions({ ...of, offset: 1 })
    expect(second.sessions).toMatchObject([
      { id: one.id, current: false, ip: "203.0.113.7", browser: "Firefox" },
    ])
    const all = { ...of, limit: 9, refreshExpired: true }
    const { sessions: exchanged } = await sessions.listSessions(all)
    expect(exchanged.map(({ id }) => id)).toContain(spent.id)
  })

  it("forgets those that have long been over", async () => {
    const session = await opened()
    await sessions.endSession(session.id, "signed out")
    await sql(
      "update auth_session set ended_at = now() - interval '31 days' where id = $1",
      [session.id]
    )
    const stays = await opened()
    expect(await sessions.pruneSessions(30)).toBe(1)
    expect(await fresh().findSession(session.id)).toBeUndefined()
    expect(await isEnded(stays)).toBe(false)
  })
})

it("secret keys are listed whose maker is gone, and no others", async () => {
  await sql(
    `insert into "user" values ('user_here', 'here@store.test', null), ('user_gone', 'gone@store.test', now())`
  )
  await sql(`insert into api_key (id, title, redacted, type, created_by, revoked_at) values
    ('apk_1', 'gone', 'sk_***', 'secret', 'user_gone', null),
    ('apk_2', 'never was', 'sk_***', 'secret', 'user_nobody', null),
    ('apk_3', 'here', 'sk_***', 'secret', 'user_here', null),
    ('apk_4', 'revoked', 'sk_***', 'secret', 'user_gone', now()),
    ('apk_5', 'publishable', 'pk_***', 'publishable', 'user_gone', null)`)
  const found = await sessions.listOrphanedApiKeys({ limit: 9, offset: 0 })
  expect(found.count).toBe(2)
  expect(found.api_keys.map(({ title }) => title).sort()).toEqual([
    "gone",
    "never was",
  ])
})
