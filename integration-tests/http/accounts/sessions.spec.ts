/** The attack (S2): whoever has a stolen token goes on after its owner has changed password or address, or was suspended. */
import { randomUUID } from "node:crypto"
import {
  changeEmail,
  changePassword,
  confirmEmail,
  deleteAccount,
  mailedEmailToken,
  newEmail,
} from "../../helpers/accounts"
import { freshAdmin } from "../../helpers/admins"
import {
  adminClient,
  anonymousClient,
  type Customer,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { expectOk, type HttpClient } from "../../helpers/http"
import { signIn } from "../../helpers/sign-in"
import { waitFor } from "../../helpers/wait-for"

/** A second device of the same customer. */
const elsewhere = async (customer: Customer) =>
  storeClient({ token: (await signIn(customer)).body.token })

const isOut = async (client: HttpClient, path = "/store/customers/me") =>
  (await client.get(path)).status === 401

const untilOut = (client: HttpClient, path?: string) =>
  waitFor(() => isOut(client, path), {
    ...{ what: "the session to end", timeoutMs: 5000 },
  })

describe("other sessions end", () => {
  it("with a new password; the one that chose it goes on", async () => {
    const customer = await freshCustomer()
    const thief = await elsewhere(customer)
    await expectOk(changePassword(customer, randomUUID()))
    await untilOut(thief)
    expect(await isOut(customer.client)).toBe(false)
  })

  it("with a new address, all of them", async () => {
    const customer = await freshCustomer()
    const thief = await elsewhere(customer)
    await changeEmail(customer, newEmail())
    const token = await mailedEmailToken(customer.id)
    await expectOk(confirmEmail(storeClient(), token))
    await untilOut(thief)
    await untilOut(customer.client)
  })

  it("with the account (S2.3)", async () => {
    const customer = await freshCustomer()
    const thief = await elsewhere(customer)
    await expectOk(deleteAccount(customer))
    await untilOut(thief)
  })

  it("when a customer or an admin is suspended (S2.4)", async () => {
    const admin = await adminClient()
    const customer = await freshCustomer()
    const reason = "of a spec"
    const path = `/admin/customers/${customer.id}/suspend`
    await expectOk(admin.post(path, { reason }))
    await untilOut(customer.client)

    const other = await freshAdmin()
    const { body } = await signIn(other, { actor: "user" })
    const headers = { authorization: `Bearer ${body.token}` }
    const client: HttpClient = anonymousClient()
    const orders = async () =>
      (await client.get("/admin/orders", { headers })).status
    expect(await orders()).toBe(200)
    await expectOk(admin.post(`/admin/users/${other.id}/suspend`, { reason }))
    await waitFor(async () => (await orders()) === 401, {
      ...{ what: "the admin's session to end", timeoutMs: 5000 },
    })
  })
})
