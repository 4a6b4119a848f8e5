/**
 * The attack (S3): a stolen token that is exchanged for newer ones for ever, beside its owner's. Medusa gives one for
 * any that is still good.
 */
import { randomUUID } from "node:crypto"
import {
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { isFull } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import {
  age,
  authClient,
  claimsOf,
  cookieFor,
  refresh,
  sessionRow,
  statusOf,
  withToken,
} from "../../helpers/sessions"
import { signIn } from "../../helpers/sign-in"
import { totpCode } from "../../helpers/totp"

const AT_ONCE = 8
const ROUNDS = isFull() ? 1_000 : 10

const newerOf = async (token: string) =>
  (await expectOk(refresh(token))).token ?? ""

/** Past what a server remembers of a session, and tabs may take. */
const LATER = "11 seconds"

describe("a token", () => {
  let customer: Customer
  beforeEach(async () => {
    customer = await freshCustomer()
  })

  it("is exchanged for the next of its session, by whoever asks within ten seconds for the same", async () => {
    const first = claimsOf(customer.token)
    const newer = await newerOf(customer.token)
    const { sid, gen, exp } = claimsOf(newer)
    expect({ sid, gen }).toEqual({ sid: first.sid, gen: first.gen + 1 })
    expect(exp).toBeGreaterThanOrEqual(first.exp)
    expect(await statusOf(newer)).toBe(200)
    expect(await statusOf(customer.token)).toBe(200)
    expect(await newerOf(customer.token)).toBe(newer)
    expect(claimsOf(await newerOf(newer)).gen).toBe(gen + 1)
  })

  it("that was exchanged before ends its session, in whose hands it ever is (S2.5)", async () => {
    const newer = await newerOf(customer.token)
    await age(newer, LATER)
    const { status, body } = await refresh(customer.token)
    expect({ status, token: body.token }).toEqual({
      status: 401,
      token: undefined,
    })
    expect(await statusOf(newer)).toBe(401)
    expect((await refresh(newer)).status).toBe(401)
    expect((await sessionRow(newer))?.end_reason).toBe("token used again")
  })

  it("is exchanged for one other, however many ask at once (S2.6)", async () => {
    const wrong: unknown[] = []
    let token = customer.token
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => refresh(token))
      )
      const newer = new Set(answers.map(({ body }) => body.token))
      if (newer.size !== 1 || answers.some(({ status }) => status !== 200)) {
        wrong.push({ round, statuses: answers.map(({ status }) => status) })
      }
      token = answers[0]?.body.token ?? token
    }
    expect(wrong).toEqual([])
    expect(claimsOf(token).gen).toBe(ROUNDS)
  }, 600_000)

  it("is exchanged for no longer than its session may last (S3.1)", async () => {
    const before = claimsOf(customer.token)
    await age(customer.token, "29 days 23 hours 59 minutes")
    const newer = claimsOf(await newerOf(customer.token))
    expect(newer.exp - newer.iat).toBeLessThanOrEqual(60)
    expect(newer.sid).toBe(before.sid)
    await age(customer.token, "1 hour")
    expect((await refresh(customer.token)).status).toBe(401)
  })

  it("tells until when it is good, and for how long it can be exchanged", async () => {
    const { body } = await withToken(customer.token).get("/auth/token")
    const { sid, exp } = claimsOf(customer.token)
    expect(body).toEqual({
      session_id: sid,
      expires_at: new Date(exp * 1000).toISOString(),
      refresh_until: expect.stringMatching(/^\d{4}-/) as unknown,
    })
    const days = (Date.parse(String(body.refresh_until)) - Date.now()) / 86.4e6
    expect(Math.round(days)).toBe(30)
    expect((await authClient().get("/auth/token")).status).toBe(401)
    expect((await withToken("rubbish").get("/auth/token")).status).toBe(401)
  })

  it("of a cookie's session is exchanged beside it", async () => {
    const { cookie } = await cookieFor(customer.token)
    const browser = authClient({ cookie })
    const path = "/auth/token/refresh"
    const [one, other] = await Promise.all([
      browser.post<{ token: string }>(path),
      browser.post<{ token: string }>(path),
    ])
    expect(one.body.token).toBe(other.body.token)
    await age(customer.token, LATER)
    const later = await expectOk(browser.post<{ token: string }>(path))
    expect(claimsOf(later.token)).toMatchObject({
      sid: claimsOf(customer.token).sid,
      gen: 2,
    })
    const me = await storeClient().get("/store/customers/me", {
      headers: { cookie },
    })
    expect(me.status).toBe(200)
  })

  it("of a registration makes the customer, and is then exchanged for a whole one", async () => {
    const login = {
      email: `${randomUUID()}@store.test`,
      password: randomUUID(),
    }
    const { token } = await expectOk(
      authClient().post<{ token: string }>(
        "/auth/customer/emailpass/register",
        login
      )
    )
    expect(claimsOf(token).sid).toMatch(/^authses_/)
    await expectOk(
      storeClient({ token }).post("/store/customers", { email: login.email })
    )
    const whole = await newerOf(token)
    expect(await statusOf(whole)).toBe(200)
    expect(claimsOf(whole).sid).not.toBe(claimsOf(token).sid)
  })

  // The attack: whoever knows the password goes on with the token that only asks for the second factor.
  it("of a first factor opens nothing, and gives way to that of the second", async () => {
    const own = withToken(customer.token)
    const { mfa_factor, secret } = await expectOk(
      own.post<{ mfa_factor: { id: string }; secret: string }>(
        "/auth/mfa/factors",
        { provider: "totp" }
      )
    )
    await expectOk(
      own.post(`/auth/mfa/factors/${mfa_factor.id}/verify`, {
        code: totpCode(secret),
      })
    )
    const { email, password } = customer
    const { body } = await signIn({ email, password })
    const half = body.token ?? ""
    expect(claimsOf(half).actor_id).toBe("")
    expect(await statusOf(half)).toBe(401)
    expect(claimsOf(await newerOf(half)).actor_id).toBe("")
    const whole = await expectOk(
      withToken(half).post<{ token: string }>(
        `/auth/mfa/challenges/${body.mfa_challenge?.id}/verify`,
        { method: "totp", code: totpCode(secret, 1) }
      )
    )
    expect(await statusOf(whole.token)).toBe(200)
    expect(claimsOf(whole.token)).toMatchObject({
      gen: 0,
      actor_id: customer.id,
    })
    expect((await sessionRow(half))?.end_reason).toBe("signed in")
    expect((await refresh(half)).status).toBe(401)
    expect(claimsOf(await newerOf(whole.token)).actor_id).toBe(customer.id)
  })
})
