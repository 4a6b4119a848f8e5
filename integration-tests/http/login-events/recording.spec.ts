/** The attack: guessing where nobody looks, and a log that says more than it should. */
import { randomUUID } from "node:crypto"
import type { StoreLoginEventsResponse } from "../../../src/types/login-events"
import {
  adminClient,
  anonymousClient,
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { freshIp } from "../../helpers/sign-in"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { eventsOf, rawRequest } from "../../helpers/login-events"
import { earlierTotpCode, totpCode } from "../../helpers/totp"
import { waitFor } from "../../helpers/wait-for"

const LOGIN = "/auth/customer/emailpass"
const FIREFOX =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"

/** What is written of one request, once anything is. */
const byRequest = (requestId: string) =>
  waitFor(
    async () => {
      const rows = await query<{ outcome: string; actor_id: string | null }>(
        databaseUrl(),
        "select outcome, actor_type, actor_id from login_event where request_id = $1",
        [requestId]
      )
      return rows.length > 0 ? rows : undefined
    },
    { what: `the event of the request ${requestId}` }
  )

const outcomesOf = async (id: string, least: number) =>
  (await eventsOf(id, least)).map(({ outcome }) => outcome)

describe("what login events record", () => {
  const client = anonymousClient()
  const logIn = (path: string, body: object, headers = {}) =>
    client.post<{ token: string }>(path, body, { headers })
  const bearer = (token: string) => ({
    headers: { authorization: `Bearer ${token}` },
  })

  // A1.10, the attack: guessing by a spelling or method that nobody records.
  it("an attempt, in whichever spelling and with whichever method Medusa takes it (A1.10)", async () => {
    const { email, id } = await freshCustomer()
    const body = { email, password: "guessed" }
    const attempts = [
      { method: "POST", path: LOGIN },
      { method: "GET", path: LOGIN },
      { method: "HEAD", path: LOGIN },
      { method: "POST", path: `${LOGIN}/` },
      { method: "POST", path: "/AUTH/customer/emailpass" },
      { method: "POST", path: "/auth/customer/%65mailpass?x=/auth/session" },
      { method: "POST", path: `http://elsewhere.test${LOGIN}` },
    ]
    const statuses = []
    for (const attempt of attempts) {
      statuses.push(await rawRequest({ ...attempt, body }))
    }
    expect(statuses).toEqual(attempts.map(() => 401))
    expect(await outcomesOf(id, 8)).toEqual([
      "success",
      ...attempts.map(() => "wrong_credentials"),
    ])
  })

  // A1.11, the attack: guessing at one account, and having the log hold it against another.
  it("a guess as its owner's, whomever else the request names (A1.11)", async () => {
    const [victim, other] = [await freshCustomer(), await freshCustomer()]
    const guess = { email: victim.email, password: "guessed" }
    await logIn(LOGIN, { ...guess, identifier: other.email })
    expect(await outcomesOf(victim.id, 2)).toEqual([
      "success",
      "wrong_credentials",
    ])
    expect(await outcomesOf(other.id, 1)).toEqual(["success"])
  })

  // A1.12, the attack: leaving before the answer, so that the guess is not recorded.
  it("an attempt whose client did not wait for the answer (A1.12)", async () => {
    const { email, id } = await freshCustomer()
    const cut = new AbortController()
    const sent = fetch(`${client.url}${LOGIN}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: "guessed" }),
      signal: cut.signal,
    })
    setTimeout(() => cut.abort(), 20)
    await sent.catch(() => undefined)
    expect(await outcomesOf(id, 2)).toEqual(["success", "wrong_credentials"])
  })

  // A2.8, the attack: a log that is read for passwords and addresses.
  it("nothing of what was typed: no password, no address of a stranger, no token (A2.8)", async () => {
    const email = `Stranger-${randomUUID()}@store.test`
    const password = `secret-${randomUUID()}`
    const ip = "198.18.7.7"
    const headers = { "user-agent": FIREFOX, "x-forwarded-for": ip }
    await logIn(LOGIN, { email, password }, headers)
    await logIn(LOGIN, { email: email.toLowerCase(), password }, headers)
    const rows = await waitFor(
      async () => {
        const found = await query<{ row: string; hash: string }>(
          databaseUrl(),
          `select event::text as row, identifier_hash as hash from login_event event
           where identifier_hash = (select identifier_hash from login_event
             where ip = $1::inet and identifier_hash is not null
             order by occurred_at desc limit 1)`,
          [ip]
        )
        return found.length > 1 ? found : undefined
      },
      { what: "two attempts with one address" }
    )
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
    for (const { row } of rows) {
      expect(row.toLowerCase()).not.toContain(email.toLowerCase())
      expect(row).not.toContain(password)
      expect(row).toContain("Firefox,Windows,desktop")
    }
  })

  // A1.13, the attack: one attempt that cannot be stored, so that those beside it are lost.
  it("an attempt of many, one of which Postgres could not store (A1.13)", async () => {
    const { email, id } = await freshCustomer()
    const headers = { "user-agent": "Evil\u0080(\u00ff)/1.0" }
    await Promise.all([
      logIn(LOGIN, { email: "a\u0000b\ud800@x.test", password: "x" }),
      logIn("/auth/cust%00omer/emailpass", { email: [], password: {} }),
      logIn(`/auth/${"x".repeat(3000)}/emailpass`, { email: "x".repeat(9000) }),
      logIn(LOGIN, { email, password: "guessed" }, headers),
    ])
    expect(await outcomesOf(id, 2)).toEqual(["success", "wrong_credentials"])
  })

  it("refresh, cookie, logout, and a token that is none", async () => {
    const { id, token } = await freshCustomer()
    const refreshed = await expectOk(
      client.post<{ token: string }>("/auth/token/refresh", {}, bearer(token))
    )
    const session = await client.post(
      "/auth/session",
      {},
      bearer(refreshed.token)
    )
    const cookie = session.headers.get("set-cookie")?.split(";")[0] ?? ""
    const out = await client.delete("/auth/session", { headers: { cookie } })
    expect(out.status).toBe(200)
    expect(await outcomesOf(id, 3)).toEqual([
      "success",
      "refreshed",
      "logged_out",
    ])
    const requestId = randomUUID()
    const forged = await client.post(
      "/auth/token/refresh",
      {},
      {
        headers: { ...bearer(`${token}x`).headers, "x-request-id": requestId },
      }
    )
    expect(forged.status).toBe(401)
    // Who a forged token claims to be is nobody's business.
    expect(await byRequest(requestId)).toMatchObject([
      { outcome: "token_refused", actor_id: null },
    ])
  })

  it("the second factor, asked for, missed and given", async () => {
    const customer = await freshCustomer()
    const { id, email, password } = customer
    const auth = bearer(customer.token)
    const { mfa_factor, secret } = await expectOk(
      client.post<{ mfa_factor: { id: string }; secret: string }>(
        "/auth/mfa/factors",
        { provider: "totp" },
        auth
      )
    )
    await expectOk(
      client.post(
        `/auth/mfa/factors/${mfa_factor.id}/verify`,
        { code: await earlierTotpCode(secret) },
        auth
      )
    )
    const first = await expectOk(
      client.post<{ token: string; mfa_challenge: { id: string } }>(LOGIN, {
        ...{ email, password },
      })
    )
    const path = `/auth/mfa/challenges/${first.mfa_challenge.id}/verify`
    const answer = (code: string) =>
      client.post(path, { method: "totp", code }, bearer(first.token))
    const wrong = totpCode(secret) === "000000" ? "111111" : "000000"
    expect((await answer(wrong)).status).toBeGreaterThanOrEqual(400)
    expect((await answer(totpCode(secret))).status).toBe(200)
    expect(await outcomesOf(id, 4)).toEqual([
      "success",
      "mfa_required",
      "mfa_failed",
      "mfa_passed",
    ])
  })

  it("sign-ins of admins too, and a reset that was asked for", async () => {
    const admin = await adminClient()
    const { user } = await expectOk(
      admin.get<{ user: { id: string; email: string } }>("/admin/users/me")
    )
    await client.post("/auth/user/emailpass/reset-password", {
      identifier: user.email,
    })
    const asked = await waitFor(
      async () =>
        (await eventsOf(user.id, 1)).find(
          ({ outcome }) => outcome === "reset_requested"
        ),
      { what: "the reset of the admin" }
    )
    expect(asked).toMatchObject({ actor_type: "user", provider: "emailpass" })
  })

  // A7.9, the attack: an admin's reset of another's password that leaves no trace.
  it("a reset that an admin asked for another, as that other's (A7.9)", async () => {
    const admin = await adminClient()
    const { user } = await expectOk(
      admin.get<{ user: { id: string } }>("/admin/users/me")
    )
    const requestId = randomUUID()
    const path = `/admin/users/${user.id}/reset-password`
    const headers = { "x-request-id": requestId }
    expect((await admin.post(path, {}, { headers })).status).toBe(202)
    expect(await byRequest(requestId)).toMatchObject([
      { outcome: "reset_requested", actor_type: "user", actor_id: user.id },
    ])
  })

  // A1.14, the attack: made-up tokens and cookies, tried where nobody counts.
  it.each([
    ["/admin/orders", { authorization: "Bearer forged.to.ken" }, "user"],
    ["/ADMIN/users/me/", { cookie: "connect.sid=s%3Astolen" }, "user"],
    [
      "/store/customers/me",
      { authorization: "bearer forged.to.ken" },
      "customer",
    ],
    ["/store/customers/me/orders", { cookie: "connect.sid=s%3A1" }, "customer"],
  ])(
    "a token or cookie that %s refuses: %j (A1.14)",
    async (path, credentials, actor_type) => {
      const requestId = randomUUID()
      const headers = {
        ...credentials,
        "x-request-id": requestId,
        "x-forwarded-for": freshIp(),
      }
      const { status } = await storeClient().get(path, { headers })
      expect(status).toBe(401)
      expect(await byRequest(requestId)).toMatchObject([
        { outcome: "token_refused", actor_type, actor_id: null },
      ])
    }
  )

  // A1.15, the attack: thousands of made-up tokens, until the log is nothing but them.
  it("five refused tokens a minute of one address, and none of who brought none (A1.15)", async () => {
    const [ip, other] = [freshIp(), freshIp()]
    const ask = (address: string, headers = {}) =>
      storeClient().get("/store/customers/me", {
        headers: { "x-forwarded-for": address, ...headers },
      })
    const authorization = "Bearer forged.to.ken"
    await Promise.all(
      Array.from({ length: 20 }, () => ask(ip, { authorization }))
    )
    await ask(other)
    const requestId = randomUUID()
    const last = freshIp()
    await ask(last, { authorization, "x-request-id": requestId })
    await byRequest(requestId)
    const rows = await query<{ ip: string; count: number }>(
      databaseUrl(),
      `select host(ip) as ip, count(*)::int from login_event
        where ip in ($1, $2) group by ip`,
      [ip, other]
    )
    expect(rows).toEqual([{ ip, count: 5 }])
  })

  describe("to the customer", () => {
    let owner: Customer
    let other: Customer
    const path = "/store/customers/me/login-events"

    beforeAll(async () => {
      ;[owner, other] = [await freshCustomer(), await freshCustomer()]
      await logIn(LOGIN, { email: owner.email, password: "guessed" })
      await eventsOf(owner.id, 2)
      await eventsOf(other.id, 1)
    })

    it("shows the attempts at their own account, never another's", async () => {
      const mine = await expectOk(
        owner.client.get<StoreLoginEventsResponse>(`${path}?limit=1`)
      )
      expect(mine).toMatchObject({ count: 2, limit: 1, offset: 0 })
      expect(mine.login_events).toEqual([
        {
          id: expect.stringMatching(/^lgev_/),
          occurred_at: expect.stringMatching(/^\d{4}-.*Z$/),
          ...{ outcome: "wrong_credentials", provider: "emailpass" },
          ...{ ip: expect.any(String), browser: null, os: null },
          ...{ device_kind: "other", is_new_device: false },
        },
      ])
      const theirs = await expectOk(
        other.client.get<StoreLoginEventsResponse>(path)
      )
      expect(theirs.login_events.map(({ outcome }) => outcome)).toEqual([
        "success",
      ])
    })

    it.each([
      "limit=101",
      "offset=-1",
      "actor_id=cus_1",
      "order=id",
      "limit[]=1",
    ])("refuses %s", async (search) => {
      const { status } = await owner.client.get(`${path}?${search}`)
      expect(status).toBe(400)
    })
  })
})
