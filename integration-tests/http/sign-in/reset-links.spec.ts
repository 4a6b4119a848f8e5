/** The attack: a link for a new password that is used twice, by somebody else, for something else, or to get around the second factor. */
import { randomUUID } from "node:crypto"
import { freshCustomer, storeClient } from "../../helpers/clients"
import { baseUrl, isFull } from "../../helpers/environment"
import { httpClient } from "../../helpers/http"
import { resetLinkToken } from "../../helpers/reset-links"
import { freshIp, freshLogin, signIn } from "../../helpers/sign-in"
import { bearer, enrolTotp } from "../../helpers/two-factor"

const UPDATE = "/auth/customer/emailpass/update"
const AT_ONCE = 8
const ROUNDS = isFull() ? 1000 : 5
/** So many at the same time, and as many of its rounds in turn as an account has in each. */
const LANES = isFull() ? 4 : 1

type Use = { path?: string; authorization: string }

const update = (password: string, { path = UPDATE, authorization }: Use) =>
  httpClient(baseUrl(), { "x-forwarded-for": freshIp() }).post<{
    token?: string
  }>(path, { password }, { headers: { authorization } })

const using = (token: string, password: string = randomUUID(), path = UPDATE) =>
  update(password, { path, authorization: `Bearer ${token}` })

/** Each round: one token, used by eight at once, each with a password of their own. @returns what went wrong */
async function race(rounds: number) {
  const { email } = await freshLogin()
  const violations: unknown[] = []
  for (let round = 0; round < rounds; round++) {
    const token = await resetLinkToken(email)
    const passwords = Array.from({ length: AT_ONCE }, () => randomUUID())
    const answers = await Promise.all(
      passwords.map((password, time) =>
        update(password, {
          authorization: `${time % 2 ? "bearer" : "Bearer"} ${token} ${time}`,
        })
      )
    )
    const statuses = answers.map(({ status }) => status)
    const winner = passwords[statuses.indexOf(200)]
    const { status } = await signIn({ email, password: winner ?? "" })
    const isOne =
      statuses.filter((each) => each === 200).length === 1 &&
      statuses.filter((each) => each === 401).length === AT_ONCE - 1
    if (!isOne || status !== 200) {
      violations.push({ round, statuses, status })
    }
  }
  return violations
}

describe("a link for a new password", () => {
  // A7.1, the attack: a reset's link, used by eight at once.
  it(
    `works once, used by ${AT_ONCE} at once, in ${ROUNDS} rounds (A7.1)`,
    async () => {
      const lanes = Array.from({ length: LANES }, () => race(ROUNDS / LANES))
      expect((await Promise.all(lanes)).flat()).toEqual([])
    },
    isFull() ? 40 * 60_000 : 60_000
  )

  // A7.2, the attack: a reset's link out of an old mail.
  it("works once, used again later (A7.2)", async () => {
    const { email } = await freshLogin()
    const token = await resetLinkToken(email)
    const password = randomUUID()
    expect((await using(token, password)).status).toBe(200)
    expect((await using(token)).status).toBe(401)
    expect((await signIn({ email, password })).status).toBe(200)
  })

  // A3.3, the attack: a weak password by way of a reset's link.
  it("gives no weak password, which does not use it up (A3.3)", async () => {
    const { email } = await freshLogin()
    const token = await resetLinkToken(email)
    expect((await using(token, "password123")).status).toBe(400)
    expect((await using(token, email)).status).toBe(400)
    expect((await using(token)).status).toBe(200)
  })

  // A7.3, the attack: a customer's link, for an admin or another provider.
  it("changes nobody else's password, of whatever type or provider they are (A7.3)", async () => {
    const login = await freshLogin()
    const token = await resetLinkToken(login.email)
    for (const path of [
      "/auth/user/emailpass/update",
      "/auth/customer/google/update",
    ]) {
      const { status } = await using(token, randomUUID(), path)
      expect(status).toBe(401)
    }
    expect((await signIn(login)).status).toBe(200)
  })

  const seconds = (more: number) => Math.floor(Date.now() / 1000) + more

  // A7.4, the attack: a link made up, run out, or meant for something else.
  it.each<[string, object]>([
    ["that has run out", { claims: { exp: seconds(-1) } }],
    ["that nobody mailed", { claims: { jti: "made-up" } }],
    ["without a number of its own", { claims: { jti: undefined } }],
    ["meant for something else", { claims: { purpose: "verify" } }],
    ["signed by somebody else", { key: "supersecret" }],
    ["with another's address", { claims: { entity_id: "other@store.test" } }],
  ])("%s changes no password (A7.4)", async (_, forgery) => {
    const login = await freshLogin()
    const token = await resetLinkToken(login.email, forgery)
    expect((await using(token)).status).toBe(401)
    expect((await signIn(login)).status).toBe(200)
  })

  // A7.5, the attack: a reset instead of the second factor.
  it("does not get around the second factor (A7.5)", async () => {
    const customer = await freshCustomer()
    await enrolTotp(bearer(customer.token))
    const password = randomUUID()
    const changed = await using(await resetLinkToken(customer.email), password)
    expect(changed.status).toBe(200)
    expect(changed.body.token).toBeUndefined()
    const { status, body } = await signIn({ ...customer, password })
    expect(status).toBe(200)
    expect(body.mfa_challenge).toBeDefined()
    const half = storeClient({ token: body.token })
    expect((await half.get("/store/customers/me")).status).toBe(401)
  })
})
