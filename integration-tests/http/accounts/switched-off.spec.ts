/** Off, Medusa is as it was: no routes, and who is suspended signs in. */
import { changePassword } from "../../helpers/accounts"
import { adminClient, freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"
import { signIn } from "../../helpers/sign-in"

describe("with accounts switched off", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "accounts-off",
      env: { SUITE_FEATURES_OFF: "accounts" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  it("its routes are gone, and its rows stay and keep nobody out", async () => {
    const { url } = server
    const customer = await freshCustomer({ url })
    const { status } = await changePassword(customer, customer.password)
    expect(status).toBe(404)
    const admin = await adminClient({ url })
    const reason = "of a spec"
    const path = `/admin/customers/${customer.id}/suspend`
    expect((await admin.post(path, { reason })).status).toBe(404)
    const list = `/admin/accounts/suspensions?actor_type=customer&actor_id=${customer.id}`
    expect((await admin.get(list)).status).toBe(404)
    await query(
      server.databaseUrl,
      `insert into account_suspension (id, actor_type, actor_id, reason, suspended_by)
       values ('accsus_off', 'customer', $1, $2, 'user_1')`,
      [customer.id, reason]
    )
    expect((await signIn(customer, { url })).status).toBe(200)
  })
})
