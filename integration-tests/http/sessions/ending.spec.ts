/**
 * The attack (S2): a stolen token that goes on after its owner signed out, changed the password, or is gone. Medusa's
 * live to their end, whatever happens.
 */
import { randomUUID } from "node:crypto"
import { freshAdmin } from "../../helpers/admins"
import {
  adminClient,
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { addJob } from "../../helpers/jobs"
import { eventsOf, rawRequest } from "../../helpers/login-events"
import {
  authClient,
  claimsOf,
  cookieFor,
  OBEYS_MS,
  refresh,
  sessionRow,
  statusOf,
  tokenOf,
  withToken,
} from "../../helpers/sessions"
import { resetLinkToken } from "../../helpers/reset-links"

import { waitFor } from "../../helpers/wait-for"

const MINE = "/store/customers/me/sessions"

type Listed = {
  sessions: { id: string; current: boolean; browser: string | null }[]
  count: number
}

const untilRefused = (token: string, actor: "customer" | "user" = "customer") =>
  waitFor(async () => (await statusOf(token, { actor })) === 401, {
    ...{ what: "the token to be refused", timeoutMs: OBEYS_MS },
  })

describe("a session", () => {
  let customer: Customer
  beforeEach(async () => {
    customer = await freshCustomer()
  })

  it("ends when its customer signs out, and the others stay (S2.1)", async () => {
    const other = await tokenOf(customer)
    const gone = await withToken(customer.token).post("/auth/logout")
    expect(gone).toMatchObject({ status: 200, body: { success: true } })
    expect(await statusOf(customer.token)).toBe(401)
    expect((await refresh(customer.token)).status).toBe(401)
    expect(await statusOf(other)).toBe(200)
    const events = await eventsOf(customer.id, 3)
    expect(events.map(({ outcome }) => outcome)).toContain("logged_out")
    const again = await withToken(customer.token).post("/auth/logout")
    expect(again.status).toBe(200)
    expect((await authClient().post("/auth/logout")).status).toBe(200)
  })

  // Else a shop would be an error page for whoever was signed out elsewhere.
  it("that is over is a guest's: the shop stays open, the account does not, and one may sign in", async () => {
    await withToken(customer.token).post("/auth/logout")
    const store = storeClient({ token: customer.token })
    expect((await store.get("/store/products")).status).toBe(200)
    expect((await store.get("/store/orders")).status).toBe(401)
    const { email, password } = customer
    const { status } = await withToken(customer.token).post(
      "/auth/customer/emailpass",
      { email, password }
    )
    expect(status).toBe(200)
  })

  it("is listed where its customer is signed in, and one of them can be ended", async () => {
    const phone = await tokenOf(customer)
    const read = async () =>
      (await expectOk(customer.client.get<Listed>(MINE))).sessions
    const sessions = await read()
    expect(sessions.map(({ id }) => id).sort()).toEqual(
      [customer.token, phone].map((token) => claimsOf(token).sid).sort()
    )
    expect(sessions.map(({ current }) => current)).toEqual([true, false])
    const { sid } = claimsOf(phone)
    const ended = await customer.client.delete(`${MINE}/${sid}`)
    expect(ended).toMatchObject({ status: 200, body: { id: sid } })
    expect(await statusOf(phone)).toBe(401)
    expect(await statusOf(customer.token)).toBe(200)
    expect((await customer.client.delete(`${MINE}/${sid}`)).status).toBe(404)
    expect(await read()).toHaveLength(1)
  })

  it("of another customer is none", async () => {
    const { sid } = claimsOf((await freshCustomer()).token)
    expect((await customer.client.delete(`${MINE}/${sid}`)).status).toBe(404)
    const page = await customer.client.get(`${MINE}?limit=0`)
    expect(page.status).toBe(400)
    const rubbish = await customer.client.post(`${MINE}/end`, { all: true })
    expect(rubbish.status).toBe(400)
  })

  it("ends with all others, or with all", async () => {
    const [phone, tablet] = [await tokenOf(customer), await tokenOf(customer)]
    const others = await customer.client.post(`${MINE}/end`, {})
    expect(others).toMatchObject({ status: 200, body: { ended: 2 } })
    expect([await statusOf(phone), await statusOf(tablet)]).toEqual([401, 401])
    expect(await statusOf(customer.token)).toBe(200)
    const all = await customer.client.post(`${MINE}/end`, {
      keep_current: false,
    })
    expect(all).toMatchObject({ status: 200, body: { ended: 1 } })
    expect(await statusOf(customer.token)).toBe(401)
    expect(await statusOf(await tokenOf(customer))).toBe(200)
  })

  it("of a customer or an admin can be ended by an admin", async () => {
    const admin = await adminClient()
    const path = `/admin/customers/${customer.id}/sessions`
    const { sessions } = await expectOk(admin.get<Listed>(path))
    expect(sessions).toMatchObject([
      { id: claimsOf(customer.token).sid, current: false },
    ])
    expect((await admin.post(`${path}/end`)).body).toEqual({ ended: 1 })
    expect(await statusOf(customer.token)).toBe(401)
    expect((await sessionRow(customer.token))?.end_reason).toBe(
      "ended by an admin"
    )
    const colleague = await freshAdmin()
    const { sid } = claimsOf(colleague.token)
    const ofUser = `/admin/users/${colleague.id}/sessions`
    expect((await admin.delete(`${ofUser}/${sid}`)).status).toBe(200)
    expect(await statusOf(colleague.token, { actor: "user" })).toBe(401)
  })

  it("ends when an admin ends all others of their own", async () => {
    const admin = await freshAdmin()
    const other = await tokenOf(admin, { actor: "user" })
    const ended = await admin.client.post("/admin/users/me/sessions/end")
    expect(ended.body).toEqual({ ended: 1 })
    expect(await statusOf(other, { actor: "user" })).toBe(401)
    expect(await statusOf(admin.token, { actor: "user" })).toBe(200)
  })

  it("ends with a new password, and its cookie with it (S2.2)", async () => {
    const { cookie } = await cookieFor(customer.token)
    const token = await resetLinkToken(customer.email)
    const password = randomUUID()
    const { status } = await withToken(token).post(
      "/auth/customer/emailpass/update",
      { password }
    )
    expect(status).toBe(200)
    await untilRefused(customer.token)
    expect((await refresh(customer.token)).status).toBe(401)
    const byCookie = await storeClient().get("/store/customers/me", {
      headers: { cookie },
    })
    expect(byCookie.status).toBe(401)
    expect(await statusOf(await tokenOf({ ...customer, password }))).toBe(200)
  })

  it("ends when its owner says that a device is not theirs", async () => {
    await eventsOf(customer.id, 1)
    const [device] = await query<{ id: string }>(
      databaseUrl(),
      "update login_device set disowned_at = now() where actor_id = $1 returning id",
      [customer.id]
    )
    await addJob(databaseUrl(), "login-events-lock", { device_id: device?.id })
    await waitFor(async () => (await statusOf(customer.token)) === 401, {
      what: "the token to be refused",
    })
  })

  it("ends with its customer", async () => {
    const admin = await adminClient()
    await expectOk(admin.delete(`/admin/customers/${customer.id}`))
    await untilRefused(customer.token)
    const orders = await storeClient({ token: customer.token }).get(
      "/store/orders"
    )
    expect(orders.status).toBe(401)
    expect((await refresh(customer.token)).status).toBe(401)
  })

  // A deleted admin's token read orders for a day.
  it("ends with its admin, whose API keys are shown to those who stay", async () => {
    const admin = await freshAdmin()
    const { cookie } = await cookieFor(admin.token)
    const { api_key } = await expectOk(
      admin.client.post<{ api_key: { id: string; token: string } }>(
        "/admin/api-keys",
        { title: "Export", type: "secret" }
      )
    )
    const boss = await adminClient()
    await expectOk(boss.delete(`/admin/users/${admin.id}`))
    await untilRefused(admin.token, "user")
    expect((await admin.client.get("/admin/orders")).status).toBe(401)
    const byCookie = authClient({ cookie })
    expect((await byCookie.get("/admin/orders")).status).toBe(401)
    const listed = await expectOk(
      boss.get<{ api_keys: object[] }>("/admin/sessions/api-keys")
    )
    expect(listed.api_keys).toContainEqual(
      expect.objectContaining({
        ...{ id: api_key.id, created_by: admin.id },
        created_by_email: admin.email,
      })
    )
    expect(JSON.stringify(listed)).not.toContain(api_key.token)
    await expectOk(boss.post(`/admin/api-keys/${api_key.id}/revoke`))
    const left = await boss.get("/admin/sessions/api-keys")
    expect(JSON.stringify(left.body)).not.toContain(api_key.id)
  })

  // Node takes a whole address for a path, and what looks for "/admin" at its start looks in vain.
  it("that is over opens nothing, however the request is written", async () => {
    const admin = await freshAdmin()
    const headers = { authorization: `Bearer ${admin.token}` }
    const paths = [
      ...["/admin/orders", "/ADMIN/orders", "/admin/orders/?fields=id"],
      ...["http://elsewhere.test/admin/orders", "//admin/orders"],
    ]
    const statuses = () =>
      Promise.all(
        paths.map((path) => rawRequest({ method: "GET", path, headers }))
      )
    expect(await statuses()).toEqual([200, 200, 200, 200, 404])
    await admin.client.post("/auth/logout")
    expect(await statuses()).toEqual([401, 401, 401, 401, 404])
  })

  it("whose token is exchanged at a whole address is counted all the same", async () => {
    const path = "http://elsewhere.test/auth/token/refresh"
    const headers = { authorization: `Bearer ${customer.token}` }
    expect(await rawRequest({ method: "POST", path, headers })).toBe(200)
    expect((await sessionRow(customer.token))?.generation).toBe(1)
  })

  it("of a cookie that is over hides no token that is not", async () => {
    const other = await freshCustomer()
    const { cookie } = await cookieFor(other.token)
    await withToken(other.token).post("/auth/logout")
    const me = await customer.client.get("/store/customers/me", {
      headers: { cookie },
    })
    expect(me.status).toBe(200)
  })

  it("leaves no token in the database", async () => {
    const [, claims = "", signature = ""] = customer.token.split(".")
    const rows = await query<{ row: string }>(
      databaseUrl(),
      "select s::text as row from auth_session s where id = $1",
      [claimsOf(customer.token).sid]
    )
    expect(rows).toHaveLength(1)
    for (const part of [claims, signature]) {
      expect(rows[0]?.row).not.toContain(part)
    }
  })
})
