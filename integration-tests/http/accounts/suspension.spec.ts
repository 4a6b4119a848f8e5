/**
 * The attack (S2): somebody who was shut out goes on with the password, a reset's link or another token; or learns from
 * the answers who has an account. And an admin who shuts out everybody else, or themselves.
 */
import { randomUUID } from "node:crypto"
import { canSignIn } from "../../helpers/accounts"
import { freshAdmin } from "../../helpers/admins"
import {
  adminClient,
  anonymousClient,
  freshCustomer,
} from "../../helpers/clients"
import { adminEmail } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { resetLinkToken } from "../../helpers/reset-links"
import { signIn } from "../../helpers/sign-in"
import type {
  AdminSuspensionResponse,
  AdminSuspensionsResponse,
} from "../../../src/types/accounts"

const REASON = { reason: "chargebacks, ticket 4711" }

describe("a suspended customer", () => {
  let admin: HttpClient
  beforeAll(async () => {
    admin = await adminClient()
  })

  const suspended = async () => {
    const customer = await freshCustomer()
    const path = `/admin/customers/${customer.id}`
    const { suspension } = await expectOk(
      admin.post<AdminSuspensionResponse>(`${path}/suspend`, REASON)
    )
    return { customer, path, suspension }
  }

  it("cannot sign in, and hears of it with the right password only", async () => {
    const { customer, suspension } = await suspended()
    expect(suspension).toMatchObject({
      ...{ actor_type: "customer", actor_id: customer.id, lifted_at: null },
      ...{ ...REASON, suspended_by_email: adminEmail() },
    })
    const { status, body, device, cookie } = await signIn(customer)
    expect({ status, body, device, cookie }).toEqual({
      status: 403,
      body: {
        type: "forbidden",
        code: "account_suspended",
        message: "This account is suspended",
      },
      ...{ device: "", cookie: "" },
    })
    const [wrong, nobody] = [
      await signIn({ ...customer, password: randomUUID() }),
      await signIn({ ...customer, email: `nobody-${customer.email}` }),
    ]
    expect(wrong.status).toBe(401)
    expect(wrong.body).toEqual(nobody.body)
  })

  it("gets neither a newer token nor a cookie for the one they have", async () => {
    const { customer } = await suspended()
    const authorization = `Bearer ${customer.token}`
    for (const path of ["/auth/token/refresh", "/auth/session"]) {
      const { status, body, headers } = await anonymousClient().post(
        path,
        {},
        { headers: { authorization } }
      )
      expect([401, 403]).toContain(status)
      expect(body.token).toBeUndefined()
      expect(headers.get("set-cookie")).toBeNull()
    }
  })

  it("is not let in by a new password of a reset's link", async () => {
    const { customer } = await suspended()
    const authorization = `Bearer ${await resetLinkToken(customer.email)}`
    const password = randomUUID()
    await expectOk(
      anonymousClient().post(
        "/auth/customer/emailpass/update",
        { password },
        { headers: { authorization } }
      )
    )
    expect(await canSignIn(customer.email, password)).toBe(403)
  })

  it("keeps their data, and signs in again once it is lifted; who, when and why is kept", async () => {
    const { customer, path } = await suspended()
    const { body } = await admin.get<{ customer: { email: string } }>(path)
    expect(body.customer.email).toBe(customer.email)
    const reason = "it was a mistake"
    const { suspension } = await expectOk(
      admin.post<AdminSuspensionResponse>(`${path}/reactivate`, { reason })
    )
    expect(suspension).toMatchObject({
      lift_reason: reason,
      lifted_by_email: adminEmail(),
    })
    expect(await canSignIn(customer.email, customer.password)).toBe(200)
    await expectOk(admin.post(`${path}/suspend`, REASON))
    const history = await expectOk(
      admin.get<AdminSuspensionsResponse>(
        `/admin/accounts/suspensions?actor_type=customer&actor_id=${customer.id}`
      )
    )
    expect(history.count).toBe(2)
    expect(history.suspensions[0]?.lifted_at).toBeNull()
    expect(history.suspensions[1]?.lift_reason).toBe(reason)
  })

  it("is suspended once, by eight at once", async () => {
    const { id } = await freshCustomer()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        admin.post(`/admin/customers/${id}/suspend`, REASON)
      )
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(7).fill(400)])
    const lifted = await Promise.all(
      Array.from({ length: 8 }, () =>
        admin.post(`/admin/customers/${id}/reactivate`, REASON)
      )
    )
    expect(lifted.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it("must exist, and the reason must be told", async () => {
    const { id } = await freshCustomer()
    for (const body of [
      {},
      { reason: " " },
      { reason: 1 },
      { ...REASON, x: 1 },
    ]) {
      const path = `/admin/customers/${id}/suspend`
      expect((await admin.post(path, body)).status).toBe(400)
    }
    for (const kind of ["customers", "users"]) {
      const path = `/admin/${kind}/nobody/suspend`
      expect((await admin.post(path, REASON)).status).toBe(404)
    }
  })
})

describe("a suspended admin", () => {
  it("cannot sign in, until another lifts it", async () => {
    const admin = await adminClient()
    const other = await freshAdmin()
    const path = `/admin/users/${other.id}`
    await expectOk(admin.post(`${path}/suspend`, REASON))
    const as = { actor: "user" as const }
    expect((await signIn(other, as)).status).toBe(403)
    await expectOk(admin.post(`${path}/reactivate`, REASON))
    expect((await signIn(other, as)).status).toBe(200)
  })

  it("is never oneself, and never the last one", async () => {
    const admin = await adminClient()
    const { user } = await expectOk(
      admin.get<{ user: { id: string } }>("/admin/users/me")
    )
    const self = await admin.post(`/admin/users/${user.id}/suspend`, REASON)
    expect(self.status).toBe(400)
    expect(self.body.message).toMatch(/themselves/)
  })
})
