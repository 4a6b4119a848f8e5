/** The attack: an account with somebody else's address, a link that opens twice, and one that is read out of the database. */
import { randomUUID } from "node:crypto"
import { storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { expectOk, httpClient } from "../../helpers/http"
import {
  type MailServer,
  mailEnvironment,
  startMailServer,
} from "../../helpers/mail-server"
import { type Server, startServer } from "../../helpers/server"
import { freshIp, signIn } from "../../helpers/sign-in"
import { waitFor } from "../../helpers/wait-for"

type Answer = { token?: string; message?: string; entity_id?: string }

describe("with addresses verified by link", () => {
  let mails: MailServer
  let server: Server

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "verification-link",
      env: { ...mailEnvironment(mails), EMAIL_VERIFICATION: "link" },
    })
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
  })

  const guest = () => httpClient(server.url, { "x-forwarded-for": freshIp() })

  async function registered() {
    const login = {
      email: `link-${randomUUID()}@store.test`,
      password: randomUUID(),
    }
    const { token = "" } = await expectOk(
      guest().post<Answer>("/auth/customer/emailpass/register", login)
    )
    const client = storeClient({ url: server.url, token })
    await expectOk(client.post("/store/customers", { email: login.email }))
    return { ...login, client }
  }

  type Registered = Awaited<ReturnType<typeof registered>>

  const ask = ({ client }: Registered, entity_id: string) =>
    client.post<Answer>("/auth/verification/request", {
      ...{ entity_id, entity_type: "email", code_provider: "token" },
    })

  const confirm = (code: string) =>
    guest().post<Answer>("/auth/verification/confirm", { code })

  const mailedCode = (email: string) =>
    waitFor(
      async () =>
        mails
          .to(email)
          .map(({ text }) => /#code=([\w-]+)/.exec(text ?? "")?.[1])
          .find(Boolean),
      { what: `the link to ${email}`, timeoutMs: 30_000 }
    )

  const greetings = (email: string) =>
    mails.to(email).filter(({ subject }) => subject?.includes("Welcome"))

  it("a customer signs in once the mailed link was followed, and is greeted once, then", async () => {
    const own = await registered()
    const { email } = own
    const before = await signIn(own, { url: server.url })
    expect(before.body).toMatchObject({ verification_required: true })
    const half = storeClient({ url: server.url, token: before.body.token })
    expect((await half.get("/store/customers/me")).status).toBe(401)
    expect((await ask(own, email)).status).toBe(201)
    const code = await mailedCode(email)
    expect(greetings(email)).toHaveLength(0)
    const stored = await query<{ row: string }>(
      server.databaseUrl,
      `select row_to_json(message)::text as row from message where subject_id = $1
        union all select row_to_json(auth_verification)::text from auth_verification where entity_id = $1`,
      [email]
    )
    expect(stored.length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(stored)).not.toContain(code)

    expect((await confirm(`${code}x`)).status).toBe(400)
    const confirmed = await confirm(code)
    expect(confirmed.status).toBe(200)
    expect(confirmed.body).toMatchObject({ entity_id: email })
    expect((await confirm(code)).status).toBe(400)
    const after = await signIn(own, { url: server.url })
    expect(after.body).not.toHaveProperty("verification_required")
    const whole = storeClient({ url: server.url, token: after.body.token })
    expect((await whole.get("/store/customers/me")).status).toBe(200)
    await waitFor(async () => greetings(email).length > 0, {
      ...{ what: "the welcome", timeoutMs: 30_000 },
    })
    expect(greetings(email)).toHaveLength(1)
  })

  it("goes to the address that one registered with, once a minute", async () => {
    const own = await registered()
    const other = await ask(own, "victim@store.test")
    expect(other.status).toBe(400)
    expect(other.body.message).toMatch(/entity_id: /)
    const asked = await Promise.all([
      ...[ask(own, own.email), ask(own, own.email), ask(own, own.email)],
    ])
    const statuses = asked.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, 429, 429])
    await mailedCode(own.email)
    expect(mails.to("victim@store.test")).toEqual([])
  })

  it("no code of digits is sent or taken", async () => {
    const { client } = await registered()
    expect((await client.post("/store/accounts/send-code")).status).toBe(404)
    const typed = await client.post("/store/accounts/verify-email", {
      code: "123456",
    })
    expect(typed.status).toBe(404)
  })
})
