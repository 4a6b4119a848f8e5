/**
 * The attack: the one admin without a second factor, whose password is all it takes; and a policy that is walked
 * around by an odd spelling of an address.
 */
import { freshCustomer } from "../../helpers/clients"
import { adminEmail, adminPassword } from "../../helpers/environment"
import { query } from "../../helpers/database"
import { httpClient } from "../../helpers/http"
import { rawRequest } from "../../helpers/login-events"
import { type Server, startServer } from "../../helpers/server"
import { freshLogin, signIn } from "../../helpers/sign-in"
import { totpCode } from "../../helpers/totp"
import {
  bearer,
  challenge,
  enrolledCustomer,
  enrolTotp,
} from "../../helpers/two-factor"

const REQUIRED = {
  TWO_FACTOR_ADMINS: "required",
  TWO_FACTOR_CUSTOMERS: "required",
}
const REFUSED = { status: 403, body: { code: "two_factor_required" } }

describe("a second factor that is required from the first day", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "two-factor-policy",
      env: { ...REQUIRED, TWO_FACTOR_GRACE_DAYS: "0" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  const login = { email: adminEmail(), password: adminPassword() }

  it("leaves an admin without one the profile page, and tells why (A8.3)", async () => {
    const { body } = await signIn(login, { url: server.url, actor: "user" })
    const admin = bearer(body.token, { url: server.url })
    const free = ["users/me", "two-factor", "stores", "commerce-suite"]
    for (const path of free) {
      expect((await admin.get(`/admin/${path}`)).status).toBe(200)
    }
    expect((await admin.get("/auth/mfa/factors")).status).toBe(200)
    expect(await admin.get("/admin/orders")).toMatchObject({
      ...REFUSED,
      body: {
        message:
          "This store asks for a second factor: set one up on your profile page first",
      },
    })
    expect(await admin.post("/admin/users/me", {})).toMatchObject(REFUSED)
    expect(await admin.post("/admin/api-keys", {})).toMatchObject(REFUSED)
    expect(await admin.get("/admin/no-such-page")).toMatchObject(REFUSED)
  })

  it("is not walked around by an odd spelling", async () => {
    const { body } = await signIn(login, { url: server.url, actor: "user" })
    const headers = { authorization: `Bearer ${body.token}` }
    const spellings = [
      "/ADMIN/orders",
      "/admin/orders/",
      "/admin//orders",
      "/admin/users/me/../../orders",
      "/admin/%6frders",
      "/admin/orders?x=/admin/users/me",
      "/admin/orders#/admin/users/me",
    ]
    for (const path of spellings) {
      const status = await rawRequest({
        ...{ method: "GET", path, headers, url: server.url },
      })
      expect([path, [403, 404].includes(status)]).toEqual([path, true])
    }
  })

  it("opens the rest to who has set one up, in the same session and the next, and to API keys, which have no phone", async () => {
    const { body } = await signIn(login, { url: server.url, actor: "user" })
    const admin = bearer(body.token, { url: server.url })
    const { secret } = await enrolTotp(admin)
    expect((await admin.get("/admin/orders")).status).toBe(200)
    const sign = await challenge(login, { url: server.url, actor: "user" })
    const { body: signed } = await sign.answer(totpCode(secret))
    const again = bearer(signed.token, { url: server.url })
    expect((await again.get("/admin/orders")).status).toBe(200)
    const { body: made } = await again.post<{ api_key: { token: string } }>(
      "/admin/api-keys",
      { title: "Of a spec", type: "secret" }
    )
    const key = httpClient(server.url, {
      authorization: `Basic ${made.api_key.token}`,
    })
    expect((await key.get("/admin/orders")).status).toBe(200)
  })

  it("keeps customers from their account until they have one, and lets them buy", async () => {
    const { client, token } = await freshCustomer({ url: server.url })
    expect((await client.get("/store/customers/me")).status).toBe(200)
    expect((await client.get("/store/customers/me/two-factor")).body).toEqual({
      two_factor: expect.objectContaining({
        ...{ is_required: true, due_at: expect.any(String) },
      }),
    })
    for (const path of ["/store/orders", "/store/customers/me/addresses"]) {
      expect(await client.get(path)).toMatchObject(REFUSED)
    }
    expect((await client.get("/store/products")).status).toBe(200)
    expect((await client.post("/store/carts", {})).status).toBe(200)
    expect((await client.get("/store/customers/me/cart")).status).toBe(200)
    expect((await client.get("/store/orders/order_nobody")).status).toBe(404)
    await enrolTotp(bearer(token, { url: server.url }))
    expect((await client.get("/store/orders")).status).toBe(200)
    const { client: enrolled } = await enrolledCustomer({ url: server.url })
    expect((await enrolled.get("/store/customers/me/addresses")).status).toBe(
      200
    )
  })

  it("does not trouble who is nobody yet", async () => {
    const guest = await freshLogin({ url: server.url })
    const { body } = await signIn(guest, { url: server.url })
    const client = bearer(body.token, { url: server.url })
    expect((await client.get("/auth/mfa/factors")).status).toBe(200)
  })
})

describe("a second factor that is required after some days of grace", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "two-factor-grace",
      env: { ...REQUIRED, TWO_FACTOR_GRACE_DAYS: "3" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  it("is asked for when they are over: from when the policy came, or the account if that is younger", async () => {
    const { client, id } = await freshCustomer({ url: server.url })
    const orders = () => client.get("/store/orders")
    const age = (table: string, column: string, days: number) =>
      query(
        server.databaseUrl,
        `update ${table} set ${column} = now() - make_interval(days => ${days})`
      )
    expect((await orders()).status).toBe(200)
    await age("customer", "created_at", 400)
    expect((await orders()).status).toBe(200)
    await age("two_factor_policy", "since", 2)
    expect((await orders()).status).toBe(200)
    await age("two_factor_policy", "since", 4)
    expect(await orders()).toMatchObject(REFUSED)
    await query(
      server.databaseUrl,
      "update customer set created_at = now() where id = $1",
      [id]
    )
    expect((await orders()).status).toBe(200)
  })
})
