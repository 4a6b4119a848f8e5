/**
 * The attack (A4, A6): a mailed code that is guessed, used twice, read in the message log, or sent a thousand times to
 * fill a mailbox.
 */
import { freshCustomer, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../../helpers/mail-server"
import { type Server, startServer } from "../../helpers/server"
import { signIn } from "../../helpers/sign-in"
import { bearer, challenge, recoveryCodes } from "../../helpers/two-factor"
import { waitFor } from "../../helpers/wait-for"

describe("codes by e-mail", () => {
  let mails: MailServer
  let server: Server

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "two-factor-email",
      env: mailEnvironment(mails),
    })
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
  })

  const codesFor = (email: string) =>
    mails
      .to(email)
      .filter(({ subject }) => subject?.includes("Your code"))
      .map(({ text }) => /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "")

  /** The so-manieth code that an address got. */
  const codeFor = (email: string, number = 1) =>
    waitFor(() => codesFor(email)[number - 1], {
      what: `code ${number} for ${email}`,
      timeoutMs: 60_000,
    })

  /** So that the next code may go out: the minute between two of them is over. */
  const aMinuteLater = (email: string) =>
    query(
      server.databaseUrl,
      `update auth_mfa_factor set provider_metadata = provider_metadata || '{"sent_at":"2026-01-01T00:00:00Z"}'
        where provider_metadata is not null and auth_identity_id in
         (select auth_identity_id from provider_identity where entity_id = $1)`,
      [email]
    )

  async function enrolled() {
    const customer = await freshCustomer({ url: server.url })
    const client = bearer(customer.token, { url: server.url })
    const { mfa_factor } = await expectOk(
      customer.client.post<{ mfa_factor: { id: string } }>(
        "/store/customers/me/two-factor/email"
      )
    )
    const path = `/auth/mfa/factors/${mfa_factor.id}`
    const code = await codeFor(customer.email)
    const verify = (shown: string) =>
      client.post(`${path}/verify`, { code: shown })
    return { ...customer, client, path, code, verify }
  }

  async function withFactor() {
    const customer = await enrolled()
    await expectOk(customer.verify(customer.code))
    return customer
  }

  it("are set up with a code from the mailbox, and then mailed at sign-in, where there is nothing to choose", async () => {
    const customer = await withFactor()
    const sign = await challenge(customer, { url: server.url })
    expect(sign.methods).toEqual(["email"])
    const code = await codeFor(customer.email, 2)
    const { status, body } = await sign.answer(code, "email")
    expect(status).toBe(200)
    const { body: me } = await storeClient({
      ...{ url: server.url, token: body.token },
    }).get("/store/customers/me")
    expect(me).toMatchObject({ customer: { id: customer.id } })
  })

  it("beside recovery codes are mailed at once too, and again when asked for, once a minute", async () => {
    const customer = await withFactor()
    await recoveryCodes(customer.client)
    const sign = await challenge(customer, { url: server.url })
    const first = await codeFor(customer.email, 2)
    const send = `/auth/mfa/challenges/${sign.id}/send`
    const soon = await sign.client.post(send)
    expect(soon.status).toBe(429)
    expect(Number(soon.headers.get("retry-after"))).toBeGreaterThan(0)
    await aMinuteLater(customer.email)
    expect((await sign.client.post(send)).status).toBe(202)
    const second = await codeFor(customer.email, 3)
    expect((await sign.answer(first, "email")).status).toBe(400)
    expect((await sign.answer(second, "email")).status).toBe(200)
  })

  it("sign in once, of eight who show the same one at once", async () => {
    const customer = await withFactor()
    const sign = await challenge(customer, { url: server.url })
    const code = await codeFor(customer.email, 2)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sign.answer(code, "email"))
    )
    const passed = answers.filter(({ status }) => status === 200)
    expect(passed).toHaveLength(1)
  })

  it("end with the fifth wrong one, of twenty at once, and after ten minutes (A6.4)", async () => {
    const { code, verify, email, client, path } = await enrolled()
    const wrong = Array.from({ length: 20 }, (_, time) =>
      String((Number(code) + 1 + time) % 1_000_000).padStart(6, "0")
    )
    await Promise.all(wrong.map(verify))
    const [factor] = await query<{ attempts: number }>(
      server.databaseUrl,
      `select (provider_metadata ->> 'attempts')::int as attempts from auth_mfa_factor where id = $1`,
      [path.split("/").at(-1)]
    )
    expect(factor?.attempts).toBe(5)

    const late = await enrolled()
    await query(
      server.databaseUrl,
      `update auth_mfa_factor set provider_metadata = provider_metadata || '{"expires_at":"2026-01-01T00:00:00Z"}' where id = $1`,
      [late.path.split("/").at(-1)]
    )
    expect((await late.verify(late.code)).status).toBe(400)
    expect(email).not.toBe(late.email)
    expect((await client.get("/auth/mfa/factors")).body).toMatchObject({
      mfa_factors: [{ provider: "email", status: "pending" }],
    })
  })

  it("fill no mailbox: five in a quarter of an hour, whoever asks", async () => {
    const { client, email, path } = await enrolled()
    const statuses: number[] = []
    for (let time = 0; time < 6; time++) {
      await aMinuteLater(email)
      statuses.push((await client.post(`${path}/send`)).status)
    }
    expect(statuses).toEqual([202, 202, 202, 202, 429, 429])
  })

  it("lie nowhere in the database, and are not sent again from the message log", async () => {
    const { code, email } = await enrolled()
    const [message] = await waitFor(
      async () => {
        const rows = await query<{ id: string; row: string }>(
          server.databaseUrl,
          `select id, message::text as row from message
            where recipient = $1 and template = 'two-factor-code' and status = 'sent'`,
          [email]
        )
        return rows.length > 0 ? rows : undefined
      },
      { what: "the message to be noted as sent" }
    )
    expect(message?.row).toContain("•••")
    expect(message?.row).not.toMatch(new RegExp(`\\b${code}\\b`))
    const [found] = await query<{ count: number }>(
      server.databaseUrl,
      `select (select count(*) from auth_mfa_factor f where f.provider_metadata::text like '%"' || $1 || '"%')::int
         + (select count(*) from graphile_worker._private_jobs j where j::text like '%"' || $1 || '"%')::int as count`,
      [code]
    )
    expect(found?.count).toBe(0)
  })

  it("are mailed when the factor is to go, which takes one", async () => {
    const { client, path, email } = await withFactor()
    const bare = await client.delete(path, { body: {} })
    expect(bare.status).toBe(400)
    const code = await codeFor(email, 2)
    const body = { method: "email", code }
    expect((await client.delete(path, { body })).status).toBe(200)
    expect((await client.delete(path, { body })).body).toMatchObject({
      mfa_factor: { status: "disabled" },
    })
  })

  it("are not sent for another's challenge, or for one that there is none of", async () => {
    const [victim, thief] = [await withFactor(), await withFactor()]
    const own = await challenge(victim, { url: server.url })
    const theirs = await challenge(thief, { url: server.url })
    const path = (id: string) => `/auth/mfa/challenges/${id}/send`
    expect((await theirs.client.post(path(own.id))).status).toBe(404)
    expect((await theirs.client.post(path("nobody"))).status).toBe(404)
    const { status } = await bearer("", { url: server.url }).post(path(own.id))
    expect(status).toBe(401)
  })

  it("do not keep a wrong password waiting for a mail", async () => {
    const { email } = await withFactor()
    const login = { email, password: "wrong-wrong-wrong" }
    expect((await signIn(login, { url: server.url })).status).toBe(401)
    expect(codesFor(email)).toHaveLength(1)
  })
})
