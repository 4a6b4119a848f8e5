/**
 * The attack (S2, G1): a stolen session deletes the account without its password; or what was deleted signs in again, and
 * its address stays taken for ever.
 */
import { canSignIn, deleteAccount, mailsTo } from "../../helpers/accounts"
import {
  adminClient,
  anonymousClient,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { addJob } from "../../helpers/jobs"
import { placedOrder } from "../../helpers/payments"
import { waitFor } from "../../helpers/wait-for"
import { newSettlement } from "../../../src/utils/account-settlement"

describe("a customer's account", () => {
  it("is deleted by who knows its password; orders stay, and the address can register anew", async () => {
    const { customer, order } = await placedOrder()
    const { email, password, id } = customer
    const wrong = await deleteAccount(customer, { password: "guess" })
    expect(wrong.status).toBe(400)
    const { status, body } = await deleteAccount(customer)
    expect({ status, body }).toEqual({
      status: 200,
      body: { id, object: "customer", deleted: true },
    })
    expect(await canSignIn(email, password)).toBe(401)
    expect(await mailsTo(email, "account-deleted")).toHaveLength(1)
    const admin = await adminClient()
    expect((await admin.get(`/admin/customers/${id}`)).status).toBe(404)
    const kept = await expectOk(
      admin.get<{ order: { email: string } }>(
        `/admin/orders/${order.id}?fields=id,email`
      )
    )
    expect(kept.order.email).toBe(email)
    const { token } = await expectOk(
      anonymousClient().post<{ token: string }>(
        "/auth/customer/emailpass/register",
        { email, password }
      )
    )
    await expectOk(storeClient({ token }).post("/store/customers", { email }))
    expect(await canSignIn(email, password)).toBe(200)
  })

  it("is deleted once, by eight at once", async () => {
    const customer = await freshCustomer()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => deleteAccount(customer))
    )
    const good = answers.filter(({ status }) => status === 200)
    expect(good).toHaveLength(1)
    expect(answers.every(({ status }) => status < 500)).toBe(true)
    expect(await mailsTo(customer.email, "account-deleted")).toHaveLength(1)
  })

  it("goes the rest of the way after a crash: its login is gone, the customer was not yet", async () => {
    const { id: customer_id, email } = await freshCustomer()
    const [identity] = await query<{ id: string }>(
      databaseUrl(),
      "select auth_identity_id as id from provider_identity where entity_id = $1",
      [email]
    )
    const auth_identity_id = identity?.id ?? ""
    const settlement = newSettlement({
      ...{ auth_identity_ids: [auth_identity_id], reason: "account deleted" },
      deletes: { customer_id, auth_identity_id },
    })
    await query(databaseUrl(), "delete from auth_identity where id = $1", [
      auth_identity_id,
    ])
    await addJob(databaseUrl(), "accounts-settle", settlement)
    const admin = await adminClient()
    await waitFor(
      async () =>
        (await admin.get(`/admin/customers/${customer_id}`)).status === 404,
      { what: "the customer to go" }
    )
  })
})
