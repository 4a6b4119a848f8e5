/**
 * The attack: a thief who is signed in elsewhere, and a server that dies between what its owner does about it and what
 * follows: other sessions that end, and the mail that tells.
 */
import { changePassword, deleteAccount } from "../helpers/accounts"
import { type Customer, freshCustomer } from "../helpers/clients"
import { type Database, query, seededDatabase } from "../helpers/database"
import { expectOk } from "../helpers/http"
import { type Server, startServer } from "../helpers/server"
import { sessionRow, statusOf, tokenOf } from "../helpers/sessions"
import { signIn } from "../helpers/sign-in"
import { earlierTotpCode } from "../helpers/totp"
import { bearer } from "../helpers/two-factor"
import { waitFor } from "../helpers/wait-for"

/** Where each of them dies: what the owner asked for is done by then, and nothing after it. */
const HOLD = `
  create function spec_hold() returns trigger language plpgsql as $$
    begin perform pg_sleep(300); return new; end $$;
  create trigger spec_hold before insert or update on auth_session_end
    for each row when (new.kept_id is not null) execute function spec_hold();
  create trigger spec_hold before insert on message
    for each row when (new.template = 'account-deleted') execute function spec_hold()`

const RELEASE = `
  drop trigger spec_hold on auth_session_end;
  drop trigger spec_hold on message`

/** A job takes over 20 seconds later. */
const LATER_MS = 60_000

describe("a server that is killed between a change of an account and what follows", () => {
  let database: Database
  let server: Server
  const wish = () => ({ url: server.url })

  const start = async () => {
    server = await startServer({
      name: "accounts-killed",
      databaseUrl: database.url,
    })
  }

  beforeAll(async () => {
    database = await seededDatabase()
    await start()
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  const held = () =>
    query(
      database.url,
      "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'"
    )

  /** Sends what will not be answered. */
  const dying = (request: Promise<unknown>) => request.catch(() => undefined)

  const mails = ({ id }: Customer, template: string) =>
    query(
      database.url,
      "select from message where template = $1 and (subject_id = $2 or customer_id = $2)",
      [template, id]
    )

  it("leaves it to the next one: the others' sessions end, and each owner is told once", async () => {
    const [changing, enrolling, leaving] = [
      await freshCustomer(wish()),
      await freshCustomer(wish()),
      await freshCustomer(wish()),
    ]
    const thieves = {
      changing: await tokenOf(changing, wish()),
      enrolling: await tokenOf(enrolling, wish()),
      leaving: await tokenOf(leaving, wish()),
    }
    const client = bearer(enrolling.token, wish())
    const { secret, mfa_factor } = await expectOk(
      client.post<{ secret: string; mfa_factor: { id: string } }>(
        "/auth/mfa/factors",
        { provider: "totp" }
      )
    )
    const code = await earlierTotpCode(secret)
    await query(database.url, HOLD)
    const password = "another-good-password"
    const requests = [
      dying(changePassword(changing, password)),
      dying(client.post(`/auth/mfa/factors/${mfa_factor.id}/verify`, { code })),
      dying(deleteAccount(leaving)),
    ]
    await waitFor(async () => (await held()).length === requests.length, {
      ...{ what: "all to be held", timeoutMs: 30_000 },
    })
    await server.kill()
    await Promise.all(requests)
    await query(
      database.url,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
    )
    await query(database.url, RELEASE)
    await start()

    const over = (token: string) =>
      waitFor(async () => (await statusOf(token, wish())) === 401, {
        ...{ what: "the session's end", timeoutMs: LATER_MS },
      })
    for (const token of Object.values(thieves)) {
      await over(token)
    }
    // A new password has ended all sessions itself; after a death nobody knows any more whom to spare.
    expect(await statusOf(changing.token, wish())).toBe(401)
    expect(await statusOf(enrolling.token, wish())).toBe(200)
    const told = [
      [changing, "password-changed"],
      [leaving, "account-deleted"],
    ] as const
    for (const [customer, template] of told) {
      await waitFor(async () => (await mails(customer, template)).length > 0, {
        ...{ what: template, timeoutMs: LATER_MS },
      })
    }
    const left = `select from graphile_worker.jobs where task_identifier in ('accounts-settle', 'two-factor-settle')`
    await waitFor(async () => (await query(database.url, left)).length === 0, {
      ...{ what: "the jobs' end", timeoutMs: LATER_MS },
    })
    for (const [customer, template] of told) {
      expect(await mails(customer, template)).toHaveLength(1)
    }
    const statuses = await Promise.all(
      [changing, { ...changing, password }, leaving].map(
        async (login) => (await signIn(login, wish())).status
      )
    )
    expect(statuses).toEqual([401, 200, 401])
    const { body } = await signIn(enrolling, wish())
    expect(body.mfa_challenge).toBeDefined()
  }, 240_000)

  it("has nothing follow from what it did not get to do", async () => {
    const customer = await freshCustomer(wish())
    const other = await tokenOf(customer, wish())
    await query(
      database.url,
      `insert into auth_mfa_factor (id, auth_identity_id, provider, status)
         select 'authmfa_spec', id, 'totp', 'pending' from auth_identity
          where app_metadata ->> 'customer_id' = '${customer.id}'`
    )
    await query(
      database.url,
      `select graphile_worker.add_job('two-factor-settle', json_build_object(
         'key', 'two-factor:spec', 'factor_id', 'authmfa_spec', 'status', 'pending', 'except', null,
         'reason', 'two-factor enabled', 'auth_identity_id',
         (select auth_identity_id from auth_mfa_factor where id = 'authmfa_spec')))`
    )
    await waitFor(
      async () =>
        (
          await query(
            database.url,
            "select from graphile_worker.jobs where task_identifier = 'two-factor-settle'"
          )
        ).length === 0,
      { what: "the job's end", timeoutMs: 30_000 }
    )
    // What the server remembers for some seconds would say less.
    const session = await sessionRow(other, database.url)
    expect(session).toMatchObject({ ended_at: null, end_reason: null })
  }, 60_000)
})
