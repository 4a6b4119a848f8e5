/**
 * The attack: a stolen session moves the account to an address of the thief's; the answers tell whose address is taken; a
 * link works twice, after a new password, or for an address that somebody took meanwhile.
 */
import { randomUUID } from "node:crypto"
import {
  canSignIn,
  changeEmail,
  changePassword,
  confirmEmail,
  mailedEmailToken,
  mailsTo,
  newEmail,
} from "../../helpers/accounts"
import { freshCustomer, storeClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import { freshLogin } from "../../helpers/sign-in"

describe("a customer's e-mail address", () => {
  it("is the new one for login and customer once its mailbox has agreed; both addresses are told", async () => {
    const customer = await freshCustomer()
    const { email: old, password, id } = customer
    const email = newEmail()
    const { status, body } = await changeEmail(customer, email.toUpperCase())
    expect(status).toBe(202)
    expect(body.email_change?.email).toBe(email)
    expect(await canSignIn(email, password)).toBe(401)
    const [link] = await mailsTo(email, "email-change")
    expect(link?.text).toContain("/confirm-email#token=")
    expect(`${link?.text}${link?.html}`).not.toMatch(/emchg_\w+\.\d/)
    const [notice] = await mailsTo(old, "email-change-notice")
    expect(notice?.text).toContain(email)
    const token = await mailedEmailToken(id)
    const confirmed = await confirmEmail(storeClient(), token)
    expect(confirmed).toMatchObject({ status: 200, body: { email } })
    expect(await canSignIn(old, password)).toBe(401)
    expect(await canSignIn(email, password)).toBe(200)
    expect(await mailsTo(old, "email-changed")).toHaveLength(1)
    expect((await confirmEmail(storeClient(), token)).status).toBe(400)
  })

  it("needs the password, and another address", async () => {
    const customer = await freshCustomer()
    const wrong = await changeEmail(customer, newEmail(), { password: "x" })
    expect(wrong.body.message).toMatch(/password: is not the password/)
    for (const email of [
      customer.email,
      "nobody",
      "",
      `${"x".repeat(300)}@a.b`,
    ]) {
      const { status, body } = await changeEmail(customer, email)
      expect(status).toBe(400)
      expect(body.message).toMatch(/email: /)
    }
  })

  it("is answered alike for one that is taken, whose owner is mailed instead", async () => {
    const [customer, other] = [await freshCustomer(), await freshCustomer()]
    const { status, body } = await changeEmail(customer, other.email)
    expect(status).toBe(202)
    expect(Object.keys(body)).toEqual(["email_change"])
    expect(await mailsTo(other.email, "account-exists")).toHaveLength(1)
    const token = await mailedEmailToken(customer.id)
    const { body: refused } = await confirmEmail(storeClient(), token)
    expect(refused.message).toMatch(/this link does not work/)
    expect(await canSignIn(other.email, other.password)).toBe(200)
    expect(await canSignIn(customer.email, customer.password)).toBe(200)
  })

  it("is switched once, by eight at once", async () => {
    const customer = await freshCustomer()
    const email = newEmail()
    await changeEmail(customer, email)
    const token = await mailedEmailToken(customer.id)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => confirmEmail(storeClient(), token))
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(7).fill(400)])
    expect(await canSignIn(email, customer.password)).toBe(200)
  })

  it("goes to one of eight who wish for it at once", async () => {
    const email = newEmail()
    const customers = await Promise.all(
      Array.from({ length: 8 }, () => freshCustomer())
    )
    await Promise.all(customers.map((each) => changeEmail(each, email)))
    const tokens = await Promise.all(
      customers.map(({ id }) => mailedEmailToken(id))
    )
    const answers = await Promise.all(
      tokens.map((token) => confirmEmail(storeClient(), token))
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(7).fill(400)])
  })

  it("stays when somebody registers with the new one meanwhile", async () => {
    const customer = await freshCustomer()
    const taken = await freshLogin()
    await changeEmail(customer, taken.email)
    const token = await mailedEmailToken(customer.id)
    expect((await confirmEmail(storeClient(), token)).status).toBe(400)
    expect(await canSignIn(customer.email, customer.password)).toBe(200)
  })

  it("stays when the password was changed since, or another was wished for, or the link is over or forged", async () => {
    const customer = await freshCustomer()
    await changeEmail(customer, newEmail())
    const first = await mailedEmailToken(customer.id)
    await changeEmail(customer, newEmail())
    const second = await mailedEmailToken(customer.id)
    const ended = await mailedEmailToken(customer.id, {
      expiresAt: new Date(Date.now() - 1000),
    })
    await expectOk(changePassword(customer, randomUUID()))
    for (const token of [first, second, ended, "x", `${second}x`]) {
      const { status, body } = await confirmEmail(storeClient(), token)
      expect(status).toBe(400)
      expect(body.message).toMatch(/token: /)
    }
  })

  it("fills nobody's mailbox: five in a quarter of an hour", async () => {
    const customer = await freshCustomer()
    const statuses = []
    for (let time = 0; time < 6; time++) {
      statuses.push((await changeEmail(customer, newEmail())).status)
    }
    expect(statuses).toEqual([...Array(5).fill(202), 429])
  })
})
