/**
 * The attack: taking over an account by its edges. Another's address on one's own login, a reset's token out of an
 * admin's answer, the answers and the time of a reset, a workflow run by hand with a stolen session.
 */
import { randomUUID } from "node:crypto"
import { adminClient, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { adminEmail, baseUrl, databaseUrl } from "../../helpers/environment"
import { expectOk, httpClient } from "../../helpers/http"
import { freshIp, freshLogin, resetToken, signIn } from "../../helpers/sign-in"
import { waitFor } from "../../helpers/wait-for"

const client = (ip = freshIp()) =>
  httpClient(baseUrl(), { "x-forwarded-for": ip })

/** Each has a token of its own, which makes the former one worthless. */
const resetMails = (email: string) =>
  query<{ count: number }>(
    databaseUrl(),
    `select count(*)::int as count from message
      where subject_id = $1 and template like '%password-reset'`,
    [email]
  ).then(([row]) => row?.count ?? 0)

const untilMailed = (email: string, times: number) =>
  waitFor(async () => (await resetMails(email)) === times, {
    what: `${times} mail(s) to ${email}`,
  })

describe("a new customer", () => {
  const registered = async (email: string) => {
    const login = { email, password: randomUUID() }
    const { token } = await expectOk(
      client().post<{ token: string }>(
        "/auth/customer/emailpass/register",
        login
      )
    )
    return storeClient({ token })
  }

  it("has no other address than the one that signs in", async () => {
    const store = await registered(`${randomUUID()}@store.test`)
    const email = `victim-${randomUUID()}@store.test`
    const { status, body } = await store.post("/store/customers", { email })
    expect(status).toBe(400)
    expect(body.message).toMatch(/email: /)
  })

  it("has none that no index takes", async () => {
    const email = `${"x".repeat(9000)}@store.test`
    const path = "/auth/customer/emailpass/register"
    const login = { email, password: randomUUID() }
    expect((await client().post(path, login)).status).toBe(400)
    expect((await signIn(login)).status).toBe(401)
    const reset = "/auth/customer/emailpass/reset-password"
    const asked = await client().post(reset, { identifier: email })
    expect(asked.status).toBe(201)
  })

  it("has it in small letters, however it was typed", async () => {
    const email = `${randomUUID()}@Store.TEST`
    const store = await registered(email)
    const { customer } = await expectOk(
      store.post<{ customer: { email: string } }>("/store/customers", { email })
    )
    expect(customer.email).toBe(email.toLowerCase())
  })
})

describe("who asks for a new password", () => {
  const PATH = "/auth/customer/emailpass/reset-password"

  it("is told the same whether there is an account or not, before anybody looks", async () => {
    const { email } = await freshLogin()
    for (const identifier of [email, `nobody-${email}`]) {
      const { status, body } = await client().post(PATH, { identifier })
      expect({ status, body }).toEqual({ status: 201, body: "Created" })
    }
    const other = `${randomUUID()}@store.test`
    await client().post(PATH, { identifier: other })
    await untilMailed(email, 1)
    expect(await resetMails(other)).toBe(0)
    expect(await resetMails(`nobody-${email}`)).toBe(0)
  })

  it("may type the address in capitals", async () => {
    const { email } = await freshLogin()
    await client().post(PATH, { identifier: email.toUpperCase() })
    await untilMailed(email, 1)
  })

  it("fills no mailbox: five times in a quarter of an hour", async () => {
    const { email } = await freshLogin()
    for (let time = 0; time < 8; time++) {
      const { status } = await client().post(PATH, { identifier: email })
      expect(status).toBe(201)
    }
    await untilMailed(email, 5)
  })

  it("asks for everybody no more than thirty times an hour", async () => {
    const ip = freshIp()
    const statuses: number[] = []
    for (let time = 0; time < 31; time++) {
      const identifier = `nobody-${time}@store.test`
      statuses.push((await client(ip).post(PATH, { identifier })).status)
    }
    expect(statuses.indexOf(429)).toBe(30)
  })
})

describe("a link for a new password", () => {
  const PATH = "/auth/customer/emailpass/update"

  it("works once, used by eight at once, and is not used up by a weak password", async () => {
    for (let round = 0; round < 5; round++) {
      const { email } = await freshLogin()
      const token = await resetToken(email)
      const update = (password: string, scheme = "Bearer", more = "") =>
        client().post(
          PATH,
          { password },
          { headers: { authorization: `${scheme} ${token}${more}` } }
        )
      expect((await update("password123")).status).toBe(400)
      const passwords = Array.from({ length: 8 }, () => randomUUID())
      const answers = await Promise.all(
        passwords.map((password, time) =>
          update(password, time % 2 ? "bearer" : "Bearer", ` ${time}`)
        )
      )
      const statuses = answers.map(({ status }) => status)
      expect([...statuses].sort()).toEqual([200, ...Array(7).fill(401)])
      const password = passwords[statuses.indexOf(200)] ?? ""
      expect((await signIn({ email, password })).status).toBe(200)
      expect((await update(randomUUID())).status).toBe(401)
    }
  })
})

describe("an admin", () => {
  it("gets no token to another admin's account: the link is mailed to its owner", async () => {
    const admin = await adminClient()
    const { users } = await expectOk(
      admin.get<{ users: { id: string; email: string }[] }>("/admin/users")
    )
    const owner = users.find(({ email }) => email === adminEmail())
    const before = await resetMails(adminEmail())
    const { status, body } = await admin.post(
      `/admin/users/${owner?.id}/reset-password`
    )
    expect({ status, body }).toEqual({ status: 202, body: { mailed: true } })
    await untilMailed(adminEmail(), before + 1)
    const nobody = await admin.post("/admin/users/user_nobody/reset-password")
    expect(nobody.status).toBe(404)
  })

  it("runs no workflow by hand with a session alone", async () => {
    const admin = await adminClient()
    const path = "/admin/workflows-executions/delete-products"
    const input = { ids: ["prod_nobody"] }
    for (const action of ["run", "steps/success", "steps/failure", "RUN/"]) {
      const { status, body } = await admin.post(`${path}/${action}`, { input })
      expect(status).toBe(403)
      expect(body.message).toMatch(/second factor/)
    }
  })
})
