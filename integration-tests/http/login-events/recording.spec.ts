/** The attack: guessing where nobody looks, and a log that says more than it should. */
import { randomUUID } from "node:crypto"
import type { StoreLoginEventsResponse } from "../../../src/types/login-events"
import {
  adminClient,
  anonymousClient,
  type Customer,
  freshCustomer,
} from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { eventsOf, rawRequest } from "../../helpers/login-events"
import { totpCode } from "../../helpers/totp"
import { waitFor } from "../../helpers/wait-for"

const LOGIN = "/auth/customer/emailpass"
const FIREFOX =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"

const outcomesOf = async (id: string, least: number) =>
  (await eventsOf(id, least)).map(({ outcome }) => outcome)

describe("what login events record", () => {
  const client = anonymousClient()
  const logIn = (path: string, body: object, headers = {}) =>
    client.post<{ token: string }>(path, body, { headers })
  const bearer = (token: string) => ({
    headers: { authorization: `Bearer ${token}` },
  })

  it("an attempt, in whichever spelling and with whichever method Medusa takes it", async () => {
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

  // The attack: guessing at one account, and having the log hold it against another.
  it("a guess as its owner's, whomever else the request names", async () => {
    const [victim, other] = [await freshCustomer(), await freshCustomer()]
    const guess = { email: victim.email, password: "guessed" }
    await logIn(LOGIN, { ...guess, identifier: other.email })
    expect(await outcomesOf(victim.id, 2)).toEqual([
      "success",
      "wrong_credentials",
    ])
    expect(await outcomesOf(other.id, 1)).toEqual(["success"])
  })

  it("an attempt whose client did not wait for the answer", async () => {
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

  it("nothing of what was typed: no password, no address of a stranger, no token", async () => {
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

  it("an attempt of many, one of which Postgres could not store", async () => {
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
    const [refused] = await waitFor(
      async () => {
        const rows = await query<{ outcome: string; actor_id: string | null }>(
          databaseUrl(),
          "select outcome, actor_id from login_event where request_id = $1",
          [requestId]
        )
        return rows.length > 0 ? rows : undefined
      },
      { what: "the refused token" }
    )
    // Who a forged token claims to be is nobody's business.
    expect(refused).toEqual({ outcome: "token_refused", actor_id: null })
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
        { code: totpCode(secret, -1) },
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
