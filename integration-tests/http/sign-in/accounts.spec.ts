/**
 * The attack: taking over an account by its edges. Another's address on one's own login, a reset's token out of an
 * admin's answer, the answers and the time of a reset, a workflow run by hand with a stolen session.
 */
import { randomUUID } from "node:crypto"
import { adminClient, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { adminEmail, baseUrl, databaseUrl } from "../../helpers/environment"
import { expectOk, httpClient } from "../../helpers/http"
import { freshIp, freshLogin, signIn } from "../../helpers/sign-in"
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

  // A2.5, the attack: another's address on one's own account.
  it("has no other address than the one that signs in (A2.5)", async () => {
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

  // A2.2, the attack: reading the same from the answer to a reset.
  it("is told the same whether there is an account or not, before anybody looks (A2.2)", async () => {
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

  // A2.6, the attack: resets without end, until a mailbox is full.
  it("fills no mailbox: five times in a quarter of an hour (A2.6)", async () => {
    const { email } = await freshLogin()
    for (let time = 0; time < 8; time++) {
      const { status } = await client().post(PATH, { identifier: email })
      expect(status).toBe(201)
    }
    await untilMailed(email, 5)
  })

  // A2.7, the attack: resets for everybody, from one address.
  it("asks for everybody no more than thirty times an hour (A2.7)", async () => {
    const ip = freshIp()
    const statuses: number[] = []
    for (let time = 0; time < 31; time++) {
      const identifier = `nobody-${time}@store.test`
      statuses.push((await client(ip).post(PATH, { identifier })).status)
    }
    expect(statuses.indexOf(429)).toBe(30)
  })
})

describe("an admin", () => {
  // A7.6, the attack: another admin's token, out of the answer to an admin.
  it("gets no token to another admin's account: the link is mailed to its owner (A7.6)", async () => {
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

  // A8.1, the attack: any workflow with any input, by a stolen session.
  it("runs no workflow by hand with a session alone (A8.1)", async () => {
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
