/**
 * The attack: a stolen session of an admin that makes itself an API key, a second admin, or a colleague's account
 * without its second factor.
 */
import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { promisify } from "node:util"
import { freshAdmin } from "../../helpers/admins"
import { freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  appFolder,
  databaseUrl,
  storeEnvironment,
} from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { MEDUSA_CLI } from "../../helpers/server"
import { signIn } from "../../helpers/sign-in"
import { totpCode } from "../../helpers/totp"
import {
  bearer,
  challenge,
  enrolledCustomer,
  enrolTotp,
} from "../../helpers/two-factor"
import { waitFor } from "../../helpers/wait-for"

const REFUSED = { status: 403, body: { code: "second_factor_required" } }

/** Ten minutes go by for who has shown a code. */
const later = (userId: string) =>
  query(
    databaseUrl(),
    `update two_factor_used_code set accepted_at = accepted_at - interval '11 minutes'
      where auth_identity_id in (select id from auth_identity where app_metadata ->> 'user_id' = $1)`,
    [userId]
  )

const dangerous = (client: HttpClient, userId: string) =>
  Promise.all([
    client.post("/admin/api-keys", { title: "Of a spec", type: "secret" }),
    client.post("/admin/invites", {
      email: `intruder-${randomUUID()}@store.test`,
    }),
    client.delete(`/admin/users/${userId}`),
    client.post("/admin/workflows-executions/no-such-workflow/run", {}),
    client.post(`/admin/users/${userId}/reset-two-factor`),
    client.post("/admin/customers/cus_nobody/reset-two-factor"),
  ])

describe("what cannot be taken back", () => {
  it("takes a second factor of the last ten minutes, which the session may show again", async () => {
    const [admin, other] = [await freshAdmin(), await freshAdmin()]
    const { secret, factorId } = await enrolTotp(admin.client)
    await later(admin.id)
    for (const answer of await dangerous(admin.client, other.id)) {
      expect(answer).toMatchObject(REFUSED)
    }
    expect((await admin.client.get("/admin/orders")).status).toBe(200)

    const path = `/auth/mfa/factors/${factorId}/verify`
    const code = totpCode(secret)
    expect((await admin.client.post(path, { code })).status).toBe(200)
    const answers = await dangerous(admin.client, other.id)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200])
    // There is no such workflow, and nobody has a factor.
    expect(statuses[3]).not.toBe(403)
    expect(statuses.slice(4)).toEqual([404, 404])
  })

  it("is fresh with the sign-in itself, and not in somebody else's session", async () => {
    const admin = await freshAdmin()
    const { secret } = await enrolTotp(admin.client)
    const { answer } = await challenge(admin, { actor: "user" })
    const { body } = await answer(totpCode(secret))
    const invite = { email: "colleague@store.test" }
    const fresh = bearer(body.token)
    expect((await fresh.post("/admin/invites", invite)).status).toBe(200)
  })

  it("is done without by who has no second factor, but for workflows by hand and another's factor", async () => {
    const admin = await freshAdmin()
    const answers = await dangerous(admin.client, "user_nobody")
    expect(answers.map(({ status }) => status)).toEqual([
      ...[200, 200, 200],
      ...[403, 403, 403],
    ])
  })
})

describe("another's second factor", () => {
  const mailsTo = (email: string) =>
    query(
      databaseUrl(),
      "select id from message where recipient = $1 and template = 'two-factor-reset' and status = 'sent'",
      [email]
    )
  const told = (email: string) =>
    waitFor(async () => (await mailsTo(email)).length > 0, {
      what: `the mail to ${email}`,
      timeoutMs: 60_000,
    })

  it("is reset by an admin with one of the last ten minutes, of a customer and of an admin, who are told", async () => {
    const admin = await freshAdmin()
    await enrolTotp(admin.client)
    const [customer, colleague] = [await enrolledCustomer(), await freshAdmin()]
    await enrolTotp(colleague.client)
    const paths = [`customers/${customer.id}`, `users/${colleague.id}`]
    for (const path of paths) {
      const reset = `/admin/${path}/reset-two-factor`
      expect(await admin.client.post(reset)).toMatchObject({
        ...{ status: 200, body: { reset: true } },
      })
      expect((await admin.client.post(reset)).status).toBe(404)
    }
    const { body } = await signIn(customer)
    expect(body).toMatchObject({ token: expect.any(String) })
    expect(body.mfa_challenge).toBeUndefined()
    await told(customer.email)
    await told(colleague.email)
    expect(await mailsTo(customer.email)).toHaveLength(1)
  })

  it("is no customer's to reset", async () => {
    const [victim, { token }] = [
      await enrolledCustomer(),
      await freshCustomer(),
    ]
    const path = `/admin/customers/${victim.id}/reset-two-factor`
    expect((await bearer(token).post(path)).status).toBe(401)
  })

  it("is reset by the operator where the last admin has lost the phone", async () => {
    const admin = await freshAdmin()
    await enrolTotp(admin.client)
    const script = "./src/scripts/reset-two-factor.js"
    const run = (...args: string[]) =>
      promisify(execFile)(
        process.execPath,
        [MEDUSA_CLI, "exec", script, ...args],
        {
          cwd: appFolder(),
          env: { ...storeEnvironment(), DATABASE_URL: databaseUrl() },
        }
      )
    const { stdout } = await run(admin.email)
    expect(stdout).toContain("signs in with the password alone now")
    const { body } = await signIn(admin, { actor: "user" })
    expect(body.mfa_challenge).toBeUndefined()
    await told(admin.email)
  }, 120_000)
})

// A9: a session that a thief has had since before the factor.
it("a factor that is set up, or dropped, ends the account's other sessions, and its own stays (A9.1)", async () => {
  const customer = await freshCustomer()
  const thief = bearer((await signIn(customer)).body.token)
  const owner = bearer(customer.token)
  const { secret, factorId } = await enrolTotp(owner)
  const isOut = (client: HttpClient) =>
    waitFor(
      async () => (await client.get("/auth/mfa/factors")).status === 401,
      { what: "the other session to end" }
    )
  await isOut(thief)
  const { answer } = await challenge(customer)
  const { body } = await answer(totpCode(secret))
  await expectOk(
    owner.delete(`/auth/mfa/factors/${factorId}`, {
      body: { method: "totp", code: totpCode(secret, 1) },
    })
  )
  await isOut(bearer(body.token))
  await expectOk(owner.get("/auth/mfa/factors"))
})
