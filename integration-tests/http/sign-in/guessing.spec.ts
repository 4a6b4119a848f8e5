/**
 * The attack: guessing. Three hundred passwords one after another, a hundred at once, with a new address in
 * X-Forwarded-For each time, by another method, with somebody else's browser, or until the owner is locked out.
 */
import { randomUUID } from "node:crypto"
import http from "node:http"
import { freshCustomer } from "../../helpers/clients"
import { baseUrl, storeEnvironment } from "../../helpers/environment"
import { expectOk, httpClient } from "../../helpers/http"
import { withDeviceToken } from "../../../src/utils/device-token"
import { freshIp, freshLogin, guess, signIn } from "../../helpers/sign-in"
import { earlierTotpCode, totpCode } from "../../helpers/totp"

const many = <T>(times: number, make: (time: number) => T): T[] =>
  Array.from({ length: times }, (_, time) => make(time))

const count = (statuses: number[], status: number) =>
  statuses.filter((each) => each === status).length

/** Fetch sends no body with GET; Medusa's route takes one. */
function getWithBody(path: string, body: object, ip: string): Promise<number> {
  const text = JSON.stringify(body)
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-forwarded-for": ip,
  }
  return new Promise((resolve, reject) => {
    http
      .request(`${baseUrl()}${path}`, { method: "GET", headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      .on("error", reject)
      .end(text)
  })
}

/** Browsers that an account has signed in with, as many as one likes. */
function knownBrowsers(times: number, token = "") {
  const { auth_identity_id } = JSON.parse(
    Buffer.from(token.split(".")[1] ?? "", "base64url").toString()
  ) as { auth_identity_id: string }
  const secret = storeEnvironment().SUITE_SECRET ?? ""
  const make = { secret, now: Date.now(), days: 1 }
  return many(times, () => ({
    "x-device-token": withDeviceToken(undefined, auth_identity_id, make),
  }))
}

describe("who guesses passwords", () => {
  // A1.1, the attack: three hundred passwords for one account, one after another.
  it("is heard ten times and refused from the eleventh, while the owner signs in from elsewhere (A1.1)", async () => {
    const login = await freshLogin()
    const ip = freshIp()
    const statuses = await guess(300, login.email, { ip })
    expect(statuses.slice(0, 10)).toEqual(many(10, () => 401))
    expect(count(statuses, 429)).toBe(290)
    const { status, retryAfter } = await signIn(login, { ip })
    expect(status).toBe(429)
    expect(retryAfter).toBeGreaterThan(240)
    expect(retryAfter).toBeLessThanOrEqual(300)
    expect((await signIn(login)).status).toBe(200)
  })

  // A1.2, the attack: a hundred passwords at once, before the first is counted.
  it("is heard ten times of a hundred at once (A1.2)", async () => {
    const { email } = await freshLogin()
    const ip = freshIp()
    const statuses = await Promise.all(
      many(100, async () => (await guess(1, email, { ip }))[0] ?? 0)
    )
    expect(count(statuses, 401)).toBeLessThanOrEqual(10)
    expect(count(statuses, 401) + count(statuses, 429)).toBe(100)
  })

  // R1.1, the attack: a new address in X-Forwarded-For each time, or of one IPv6 network.
  it("gains nothing by addresses of their own in X-Forwarded-For, or by others of their IPv6 network (R1.1)", async () => {
    const { email } = await freshLogin()
    const proxied = freshIp()
    const forged = await Promise.all(
      many(40, (time) =>
        guess(1, email, { ip: `203.0.113.${time}, 10.0.0.${time}, ${proxied}` })
      )
    )
    expect(count(forged.flat(), 401)).toBeLessThanOrEqual(10)
    const network = `2001:db8:${randomUUID().slice(0, 4)}:1`
    const spread = await Promise.all(
      many(40, (time) => guess(1, email, { ip: `${network}::${time + 1}` }))
    )
    expect(count(spread.flat(), 401)).toBeLessThanOrEqual(10)
  })

  // A1.3, the attack: the same address in capitals, and by GET, so that it counts as another.
  it("gains nothing by capitals, or by asking with GET (A1.3)", async () => {
    const { email } = await freshLogin()
    const ip = freshIp()
    const statuses: number[] = []
    for (let time = 0; time < 12; time++) {
      const typed = time % 2 ? email.toUpperCase() : email
      const login = { email: typed, password: `wrong-${time}` }
      statuses.push(
        time % 3
          ? await getWithBody("/auth/customer/emailpass", login, ip)
          : (await signIn(login, { ip })).status
      )
    }
    expect(statuses).toEqual([...many(10, () => 401), 429, 429])
  })

  // A1.4, the attack: one password for very many accounts, from one address.
  it("of many accounts from one address is heard a hundred times a day, there or not (A1.4)", async () => {
    const ip = freshIp()
    const login = await freshLogin()
    const { device } = await signIn(login, { ip })
    const statuses = await Promise.all(
      many(110, (time) => guess(1, `nobody-${time}@store.test`, { ip }))
    )
    expect(count(statuses.flat(), 401)).toBeLessThanOrEqual(100)
    const { status, retryAfter } = await signIn(login, { ip })
    expect(status).toBe(429)
    expect(retryAfter).toBeGreaterThan(3600)
    const known = { ip, headers: { "x-device-token": device } }
    expect((await signIn(login, known)).status).toBe(200)
  })

  // A1.5, the attack: wrong passwords on purpose, until the owner is locked out.
  it("never keeps the owner's browser out, which has a counter of its own (A1.5)", async () => {
    const login = await freshLogin()
    const ip = freshIp()
    const { cookie } = await signIn(login, { ip })
    expect(cookie).toMatch(/^suite_device=[^;]+;.*HttpOnly/)
    const known = { ip, headers: { cookie: cookie.split(";")[0] ?? "" } }
    await guess(12, login.email, { ip })
    expect((await signIn(login, { ip })).status).toBe(429)
    expect((await signIn(login, known)).status).toBe(200)
    const statuses = await guess(12, login.email, known)
    expect(statuses).toEqual([...many(10, () => 401), 429, 429])
  })

  // A1.6, the attack: the token of another browser, or one made up, to get counters of its own.
  it("gains nothing by another account's browser, or one that is made up (A1.6)", async () => {
    const [victim, attacker] = [await freshLogin(), await freshLogin()]
    const { device } = await signIn(attacker)
    const ip = freshIp()
    await guess(10, victim.email, { ip })
    const [id, expiry, signature] = device.split(".")
    const forged = [
      device,
      `${randomUUID()}.${expiry}.${signature}`,
      `${id}.9999999999.${signature}`,
      `${device}~${device}~${"x".repeat(5000)}`,
    ]
    for (const token of forged) {
      const headers = { "x-device-token": token }
      const { status } = await signIn(victim, { ip, headers })
      expect(status).toBe(429)
    }
  })

  // A1.7, the attack: ever new known browsers, each with a counter of its own.
  it("gains nothing by ever new browsers of the account: all together are heard a hundred times a day (A1.7)", async () => {
    const login = await freshLogin()
    const { body } = await signIn(login)
    const browsers = knownBrowsers(13, body.token)
    const statuses = await Promise.all(
      browsers.map((headers) => guess(9, login.email, { headers }))
    )
    expect(count(statuses.flat(), 401)).toBe(100)
    const [headers] = knownBrowsers(1, body.token)
    expect((await signIn(login, { headers })).status).toBe(429)
    expect((await signIn(login)).status).toBe(200)
  })

  // A2.1, the attack: reading from a refused sign-in whether there is an account.
  it("is told nothing by a refused sign-in: with an account and without, the answers are the same (A2.1)", async () => {
    const { email } = await freshLogin()
    const wrong = { password: "wrong-wrong-wrong" }
    const known = await signIn({ email, ...wrong })
    const unknown = await signIn({ email: `x${email}`, ...wrong })
    expect(unknown).toEqual(known)
    expect(known.status).toBe(401)
  })
})

describe("who signs in rightly", () => {
  // A1.8, the attack: hundreds of browsers made known, to guess from later.
  it("makes at most twenty browsers known to the account in a day, and signs in with more all the same (A1.8)", async () => {
    const login = await freshLogin()
    const answers = await Promise.all(many(23, () => signIn(login)))
    expect(
      count(
        answers.map(({ status }) => status),
        200
      )
    ).toBe(23)
    const devices = answers.flatMap(({ device }) => device || [])
    expect(devices).toHaveLength(20)
    const headers = { "x-device-token": devices[0] ?? "" }
    expect((await signIn(login, { headers })).device).not.toBe("")
  })

  it("is never counted, and begins anew after slips", async () => {
    const login = await freshLogin()
    const ip = freshIp()
    for (let time = 0; time < 3; time++) {
      expect(count(await guess(9, login.email, { ip }), 401)).toBe(9)
      expect((await signIn(login, { ip })).status).toBe(200)
    }
    const statuses = await Promise.all(
      many(8, async () => (await signIn(await freshLogin(), { ip })).status)
    )
    expect(count(statuses, 200)).toBe(8)
  })

  // A2.4, the attack: the same address in capitals, as an account of its own.
  it("may type the address in capitals, but nobody registers it so once more (A2.4)", async () => {
    const login = await freshLogin()
    const email = login.email.toUpperCase()
    expect((await signIn({ ...login, email })).status).toBe(200)
    const again = await httpClient(baseUrl()).post(
      "/auth/customer/emailpass/register",
      { email, password: randomUUID() },
      { headers: { "x-forwarded-for": freshIp() } }
    )
    expect(again).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining("already exists") },
    })
  })
})

describe("who asks which addresses are taken", () => {
  // A2.3, the attack: asking a registration for thousands of addresses.
  it("is told twenty times an hour (A2.3)", async () => {
    const ip = freshIp()
    const logins = await Promise.all(many(4, () => freshLogin()))
    const register = (time: number) =>
      httpClient(baseUrl()).post(
        "/auth/customer/emailpass/register",
        { email: logins[time % 4]?.email, password: randomUUID() },
        { headers: { "x-forwarded-for": ip } }
      )
    const answers = await Promise.all(many(30, register))
    const statuses = answers.map(({ status }) => status)
    expect(count(statuses, 401)).toBeLessThanOrEqual(20)
    expect(count(statuses, 429)).toBeGreaterThanOrEqual(10)
  })
})

describe("who has the password and guesses codes", () => {
  async function withSecondFactor() {
    const { email, password, token } = await freshCustomer()
    const client = httpClient(baseUrl(), { authorization: `Bearer ${token}` })
    const { secret, mfa_factor } = await expectOk(
      client.post<{ secret: string; mfa_factor: { id: string } }>(
        "/auth/mfa/factors",
        { provider: "totp" }
      )
    )
    await expectOk(
      client.post(`/auth/mfa/factors/${mfa_factor.id}/verify`, {
        code: await earlierTotpCode(secret),
      })
    )
    return { email, password, secret, token }
  }

  async function challenge(login: object, headers = {}) {
    const { body } = await signIn(login, { headers })
    const client = httpClient(baseUrl(), {
      authorization: `Bearer ${body.token}`,
      ...headers,
    })
    return (code: string) =>
      client.post<{ token?: string }>(
        `/auth/mfa/challenges/${body.mfa_challenge?.id}/verify`,
        { method: "totp", code }
      )
  }

  // A6.1, the attack: a hundred codes at once, with ever new challenges.
  it("is heard five times, of a hundred at once and with ever new sign-ins (A6.1)", async () => {
    const { secret, ...login } = await withSecondFactor()
    const tries = await Promise.all(many(5, () => challenge(login)))
    const answers = await Promise.all(
      many(20, (time) =>
        tries.map((verify, at) => verify(String(100_000 + 5 * time + at)))
      ).flat()
    )
    const statuses = answers.map(({ status }) => status)
    expect(count(statuses, 429)).toBeGreaterThanOrEqual(95)
    const right = await (await challenge(login))(totpCode(secret))
    expect(right.status).toBe(429)
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(800)
  })

  // A6.2, the attack: codes from ever new known browsers.
  it("is heard twenty-five times with ever new browsers of the account (A6.2)", async () => {
    const { secret, token, ...login } = await withSecondFactor()
    const browsers = knownBrowsers(8, token)
    const tries = await Promise.all(
      browsers.map((headers) => challenge(login, headers))
    )
    const answers = await Promise.all(
      tries.flatMap((verify) => many(4, () => verify("000000")))
    )
    const statuses = answers.map(({ status }) => status)
    expect(count(statuses, 429)).toBeGreaterThanOrEqual(7)
    const [headers] = knownBrowsers(1, token)
    const right = await (await challenge(login, headers))(totpCode(secret))
    expect(right.status).toBe(429)
  })

  // A6.3, the attack: wrong codes on purpose, until the owner is locked out.
  it("does not keep the owner's browser out (A6.3)", async () => {
    const { secret, ...login } = await withSecondFactor()
    const first = await (await challenge(login))(totpCode(secret))
    expect(first.status).toBe(200)
    const device = first.headers.get("x-device-token") ?? ""
    expect(device).not.toBe("")
    const guessed = await challenge(login)
    for (let time = 0; time < 5; time++) {
      await guessed("000000")
    }
    const code = totpCode(secret, 1)
    expect((await (await challenge(login))(code)).status).toBe(429)
    const known = { "x-device-token": device }
    expect((await (await challenge(login, known))(code)).status).toBe(200)
  })
})
