/**
 * The attack (A1, A3, S2): a stolen session guesses the password to make the account its own, sets a weak one, or goes on
 * after its owner has chosen another.
 */
import { randomUUID } from "node:crypto"
import { canSignIn, changePassword, mailsTo } from "../../helpers/accounts"
import { freshCustomer, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { addJob } from "../../helpers/jobs"
import { waitFor } from "../../helpers/wait-for"
import { newSettlement } from "../../../src/utils/account-settlement"

describe("a customer's password", () => {
  it("is changed by who knows the old one, and its owner is mailed", async () => {
    const customer = await freshCustomer()
    const password = randomUUID()
    const { status, body } = await changePassword(customer, password)
    expect({ status, body }).toEqual({ status: 200, body: { success: true } })
    expect(await canSignIn(customer.email, customer.password)).toBe(401)
    expect(await canSignIn(customer.email, password)).toBe(200)
    expect(await mailsTo(customer.email, "password-changed")).toHaveLength(1)
    const jobs = await query(
      databaseUrl(),
      "select id from graphile_worker.jobs where key like 'accounts:%' and task_identifier = 'accounts-settle'"
    )
    expect(jobs).toEqual([])
  })

  it("is not guessed with a stolen session: ten tries, then 429, at sign-in too", async () => {
    const customer = await freshCustomer()
    const statuses = []
    for (let time = 0; time < 11; time++) {
      const old_password = `guess-${time}`
      const { status, body, headers } = await changePassword(
        ...([customer, randomUUID(), { old_password }] as const)
      )
      statuses.push(status)
      if (status === 400) {
        expect(body.message).toBe(
          "Invalid request: old_password: is not the password"
        )
      } else {
        expect(Number(headers.get("retry-after"))).toBeGreaterThan(0)
      }
    }
    expect(statuses).toEqual([...Array(10).fill(400), 429])
    const right = await changePassword(customer, randomUUID())
    expect(right.status).toBe(429)
    const elsewhere = { ...customer, client: storeClient(customer) }
    expect((await changePassword(elsewhere, randomUUID())).status).toBe(200)
  })

  it("obeys the rules of a new one, and nothing else is taken", async () => {
    const customer = await freshCustomer()
    const refused: [object, RegExp][] = [
      [{ password: "short" }, /password: must be 10 to 128/],
      [{ password: "password123" }, /password: .*most common/],
      [{ password: 1 }, /password: /],
      [{ old_password: undefined }, /old_password: /],
      [{ old_password: { $ne: "" } }, /old_password: /],
      [{ email: "other@store.test" }, /email: unknown/],
    ]
    for (const [more, message] of refused) {
      const { status, body } = await changePassword(
        ...([customer, randomUUID(), more] as const)
      )
      expect(status).toBe(400)
      expect(body.message).toMatch(message)
    }
  })

  it("changed eight times at once is one of them, for one request", async () => {
    const customer = await freshCustomer()
    const passwords = Array.from({ length: 8 }, () => randomUUID())
    const answers = await Promise.all(
      passwords.map((password) => changePassword(customer, password))
    )
    const statuses = answers.map(({ status }) => status)
    expect([...statuses].sort()).toEqual([200, ...Array(7).fill(400)])
    const password = passwords[statuses.indexOf(200)] ?? ""
    expect(await canSignIn(customer.email, password)).toBe(200)
  })

  it("is none where the account signs in with another service", async () => {
    const customer = await freshCustomer()
    await query(
      databaseUrl(),
      "update provider_identity set provider = 'google' where entity_id = $1",
      [customer.email]
    )
    const { status, body } = await changePassword(customer, randomUUID())
    expect(status).toBe(400)
    expect(body.message).toMatch(/has no password/)
  })

  it("that was changed before the server died is mailed all the same, and one that was not is not", async () => {
    const [before, after] = [await freshCustomer(), await freshCustomer()]
    const later = (customer: typeof before, fingerprint: string, id: string) =>
      addJob(
        databaseUrl(),
        "accounts-settle",
        newSettlement({
          ...{ auth_identity_ids: [], reason: "password changed" },
          mails: [
            {
              ...{ template: "password-changed", subject_id: customer.id },
              ...{ customer_id: customer.id, recipient: null },
            },
          ],
          password_was: { login_id: id, fingerprint },
        })
      )
    const [login] = await query<{ id: string; fingerprint: string }>(
      databaseUrl(),
      `select id, encode(sha256(convert_to(provider_metadata ->> 'password', 'UTF8')), 'hex') as fingerprint
         from provider_identity where entity_id = $1`,
      [before.email]
    )
    const { id = "", fingerprint = "" } = login ?? {}
    await later(before, fingerprint, id)
    await later(after, "of another password", id)
    expect(await mailsTo(after.email, "password-changed")).toHaveLength(1)
    const jobs = () =>
      query(
        databaseUrl(),
        "select id from graphile_worker.jobs where task_identifier = 'accounts-settle'"
      )
    await waitFor(async () => (await jobs()).length === 0, {
      what: "both jobs to be done",
    })
    const mails = await query(
      databaseUrl(),
      "select id from message where subject_id = $1 and template = 'password-changed'",
      [before.id]
    )
    expect(mails).toEqual([])
  })
})
