/** Off, Medusa's second factor is as it was, and nothing of the suite's lies in its way. */
import { adminClient, freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"
import { signIn } from "../../helpers/sign-in"
import { totpCode } from "../../helpers/totp"
import { bearer, challenge, enrolledCustomer } from "../../helpers/two-factor"

describe("with two-factor switched off", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "two-factor-off",
      env: { SUITE_FEATURES_OFF: "two-factor" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  it("a code works twice, and a factor goes without one", async () => {
    const customer = await enrolledCustomer({ url: server.url })
    const code = totpCode(customer.secret)
    for (const time of [1, 2]) {
      const { answer } = await challenge(customer, { url: server.url })
      expect([time, (await answer(code)).status]).toEqual([time, 200])
    }
    const { answer } = await challenge(customer, { url: server.url })
    const { body } = await answer(code)
    const path = `/auth/mfa/factors/${customer.factorId}`
    const client = bearer(body.token, { url: server.url })
    expect((await client.delete(path, { body: {} })).status).toBe(200)
  })

  // The trap: an account whose method has no provider any more cannot sign in at all.
  it("who had codes by e-mail signs in with the password", async () => {
    const customer = await freshCustomer({ url: server.url })
    await query(
      server.databaseUrl,
      `insert into auth_mfa_factor (id, auth_identity_id, provider, status)
       select 'authmfa_of_a_spec', id, 'email', 'enabled' from auth_identity where app_metadata ->> 'customer_id' = $1`,
      [customer.id]
    )
    const { status, body } = await signIn(customer, { url: server.url })
    expect(status).toBe(200)
    expect(body.mfa_challenge).toBeUndefined()
  })

  it("its routes are gone, and API keys are made as before", async () => {
    const admin = await adminClient({ url: server.url })
    expect((await admin.get("/admin/two-factor")).status).toBe(404)
    const reset = "/admin/users/user_nobody/reset-two-factor"
    expect((await admin.post(reset)).status).toBe(404)
    const sent = await admin.post("/auth/mfa/factors/authmfa_nobody/send")
    expect(sent.status).toBe(404)
    const key = { title: "Of a spec", type: "secret" }
    expect((await admin.post("/admin/api-keys", key)).status).toBe(200)
  })
})
