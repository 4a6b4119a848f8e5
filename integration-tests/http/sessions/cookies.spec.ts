/**
 * The attacks: a cookie planted before its victim signs in (S1), one that lives for ever (S3), one that travels in the
 * open or comes from another host (S4).
 */
import {
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import { type Server, startServer } from "../../helpers/server"
import {
  age,
  authClient,
  claimsOf,
  cookieFor,
  cookieIn,
  sessionRow,
  statusOf,
  tokenOf,
} from "../../helpers/sessions"
import { eventsOf } from "../../helpers/login-events"

const meBy = async (cookie: string, url?: string) =>
  (
    await storeClient({ url }).get("/store/customers/me", {
      headers: { cookie },
    })
  ).status

describe("a cookie", () => {
  let customer: Customer
  beforeEach(async () => {
    customer = await freshCustomer()
  })

  it("gets a new id when somebody signs in with it, and the planted one stays nobody's (S1.1)", async () => {
    const attacker = await freshCustomer()
    const { cookie: planted } = await cookieFor(attacker.token)
    const { status, cookie } = await cookieFor(customer.token, {
      headers: { cookie: planted },
    })
    expect(status).toBe(200)
    expect(cookie).not.toBe(planted)
    expect(await meBy(cookie)).toBe(200)
    expect(await meBy(planted)).toBe(401)
    expect((await sessionRow(attacker.token))?.end_reason).toBe("replaced")
  })

  it("cannot be read by scripts, nor come along with another site's requests (S4.1)", async () => {
    const { reply } = await cookieFor(customer.token)
    const [line = ""] = reply.headers
      .getSetCookie()
      .filter((text) => text.startsWith("connect.sid"))
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
    const lifetime = Date.parse(/Expires=([^;]+)/.exec(line)?.[1] ?? "")
    expect(Math.round((lifetime - Date.now()) / 3.6e6)).toBe(12)
  })

  it.each([
    ["is not used for two hours", "2 hours 1 minute"],
    ["is twelve hours old, however busy", "12 hours 1 minute"],
  ])("signs in no more when it %s (S3.2)", async (_, interval) => {
    const { cookie } = await cookieFor(customer.token)
    await age(customer.token, interval)
    const reply = await authClient({ cookie }).get("/auth/token")
    expect(reply.status).toBe(401)
    expect(reply.headers.getSetCookie().join()).toMatch(/connect\.sid=;/)
    expect(await meBy(cookie)).toBe(401)
  })

  it.each([
    ["DELETE", "/auth/session"],
    ["POST", "/auth/logout"],
  ])(
    "is cleared by %s %s, its session ends, and both are written down",
    async (method, path) => {
      const { cookie } = await cookieFor(customer.token)
      const reply = await authClient({ cookie }).send(method, path)
      expect(reply.status).toBe(200)
      expect(reply.headers.getSetCookie().join()).toMatch(
        /connect\.sid=;[^,]*Path=\//
      )
      expect(await meBy(cookie)).toBe(401)
      expect(await statusOf(customer.token)).toBe(401)
      expect((await sessionRow(customer.token))?.end_reason).toBe("signed out")
      const events = await eventsOf(customer.id, 2)
      expect(events.at(-1)?.outcome).toBe("logged_out")
    }
  )

  it("of somebody else in the same browser is left alone when a token is signed out", async () => {
    const { cookie } = await cookieFor((await freshCustomer()).token)
    const both = authClient({
      ...{ cookie, authorization: `Bearer ${customer.token}` },
    })
    expect((await both.post("/auth/logout")).status).toBe(200)
    expect(await statusOf(customer.token)).toBe(401)
    expect((await both.post("/auth/logout")).status).toBe(200)
    expect(await meBy(cookie)).toBe(200)
  })

  it("that is over keeps nobody from signing in again", async () => {
    const { cookie } = await cookieFor(customer.token)
    await authClient({ cookie }).delete("/auth/session")
    const again = await cookieFor(await tokenOf(customer), {
      headers: { cookie },
    })
    expect(again.status).toBe(200)
    expect(await meBy(again.cookie)).toBe(200)
  })
})

describe("a cookie of a store that is reached by https", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "sessions-https",
      env: { BACKEND_URL: "https://api.shop.test" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  const headers = { "x-forwarded-proto": "https" }

  it("has a name that no other host can plant, and goes by https alone", async () => {
    const { url } = server
    const { token } = await freshCustomer({ url })
    const { cookie, reply } = await cookieFor(token, { url, headers })
    const [line = ""] = reply.headers.getSetCookie()
    expect(line).toMatch(/^__Host-medusa=[^;]+; Path=\/; /)
    expect(line).toMatch(/; Secure/)
    expect(line).toMatch(/; SameSite=Lax/)
    expect(line).not.toMatch(/Domain/i)
    expect(await meBy(cookie, url)).toBe(200)
    const gone = await authClient({ cookie, ...headers }, url).delete(
      "/auth/session"
    )
    expect(gone.status).toBe(200)
    // A browser takes the clearing, too, only with all of these.
    const cleared = gone.headers
      .getSetCookie()
      .find((text) => text.startsWith("__Host-medusa=;"))
    expect(cleared).toMatch(/Path=\//)
    expect(cleared).toMatch(/Secure/)
    expect(cookieIn(gone.headers)).toBe("")
    expect(await meBy(cookie, url)).toBe(401)
    const { sid } = claimsOf(token)
    expect((await sessionRow(token, server.databaseUrl))?.id).toBe(sid)
    await expectOk(authClient({}, url).post("/auth/logout"))
  })
})
