/**
 * The attack: an account with somebody else's address; a code that is guessed, used twice or by another login; a mailbox
 * that is filled; and a registration that tells who has an account.
 */
import { randomUUID } from "node:crypto"
import { anonymousClient, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk, httpClient } from "../../helpers/http"
import {
  type MailServer,
  mailEnvironment,
  startMailServer,
} from "../../helpers/mail-server"
import { type Server, startServer } from "../../helpers/server"
import { freshIp, signIn } from "../../helpers/sign-in"
import { waitFor } from "../../helpers/wait-for"

type Answer = { token?: string; message?: string; sent?: boolean }

describe("with addresses verified by code", () => {
  let mails: MailServer
  let server: Server

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "verification-code",
      env: { ...mailEnvironment(mails), EMAIL_VERIFICATION: "code" },
    })
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
  })

  const register = (login: object) =>
    httpClient(server.url, { "x-forwarded-for": freshIp() }).post<Answer>(
      "/auth/customer/emailpass/register",
      login
    )

  async function registered() {
    const login = {
      email: `code-${randomUUID()}@store.test`,
      password: randomUUID(),
    }
    const { token = "" } = await expectOk(register(login))
    const client = storeClient({ url: server.url, token })
    return { ...login, client }
  }

  type Registered = Awaited<ReturnType<typeof registered>>

  const send = ({ client }: Registered) =>
    client.post<Answer>("/store/accounts/send-code")
  const verify = ({ client }: Registered, code: string) =>
    client.post<Answer>("/store/accounts/verify-email", { code })

  const codesTo = (email: string, least = 1) =>
    waitFor(
      async () => {
        const codes = mails
          .to(email)
          .map(({ text }) => /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "")
          .filter(Boolean)
        return codes.length >= least ? codes : undefined
      },
      { what: `${least} code(s) to ${email}`, timeoutMs: 30_000 }
    )

  const wrongThan = (code: string) =>
    String((Number(code) + 1) % 1_000_000).padStart(6, "0")

  /** As if the last one had been sent a minute ago. */
  const waited = (email: string) =>
    query(
      server.databaseUrl,
      "update email_code set sent_at = sent_at - interval '60 seconds' where email = $1",
      [email]
    )

  it("a customer signs in once the mailed code was typed, and is greeted then", async () => {
    const own = await registered()
    const { email } = own
    await expectOk(own.client.post("/store/customers", { email }))
    const before = await signIn(own, { url: server.url })
    expect(before.body).toMatchObject({ verification_required: true })
    expect((await send(own)).status).toBe(202)
    const [code = ""] = await codesTo(email)
    const stored = await query<{ text: string }>(
      server.databaseUrl,
      "select text || html as text from message where subject_id = $1",
      [email]
    )
    expect(JSON.stringify(stored)).not.toContain(code)
    expect(mails.to(email)).toHaveLength(1)
    expect((await verify(own, wrongThan(code))).status).toBe(400)
    expect((await verify(own, code)).status).toBe(200)
    expect((await verify(own, code)).status).toBe(400)
    const after = await signIn(own, { url: server.url })
    expect(after.body.token).toMatch(/^ey/)
    expect(after.body).not.toHaveProperty("verification_required")
    await waitFor(
      async () =>
        mails.to(email).some(({ subject }) => subject?.includes("Welcome")),
      { what: "the welcome", timeoutMs: 30_000 }
    )
  })

  it("five guesses are looked at, of twenty at once, and the right one then is none", async () => {
    const own = await registered()
    await send(own)
    const [code = ""] = await codesTo(own.email)
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => verify(own, wrongThan(code)))
    )
    expect(guesses.every(({ status }) => status === 400)).toBe(true)
    const [row] = await query<{ tries: number }>(
      server.databaseUrl,
      "select tries from email_code where email = $1",
      [own.email]
    )
    expect(row?.tries).toBe(5)
    expect((await verify(own, code)).status).toBe(400)
  })

  it("is typed eight times at once, and taken once", async () => {
    const own = await registered()
    await send(own)
    const [code = ""] = await codesTo(own.email)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => verify(own, code))
    )
    const good = answers.filter(({ status }) => status === 200)
    expect(good).toHaveLength(1)
  })

  it("goes out once a minute; the one before, another login's and an old one are none", async () => {
    const [own, other] = [await registered(), await registered()]
    const asked = await Promise.all([send(own), send(own), send(own)])
    const statuses = asked.map(({ status }) => status).sort()
    expect(statuses).toEqual([202, 429, 429])
    const late = asked.find(({ status }) => status === 429)
    const wait = Number(late?.headers.get("retry-after"))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    const [first = ""] = await codesTo(own.email)
    await waited(own.email)
    expect((await send(own)).status).toBe(202)
    const codes = await codesTo(own.email, 2)
    const second = codes.find((code) => code !== first) ?? ""
    expect((await verify(own, first)).status).toBe(400)
    expect((await verify(other, second)).status).toBe(400)
    await query(
      server.databaseUrl,
      "update email_code set expires_at = now() where email = $1",
      [own.email]
    )
    expect((await verify(own, second)).status).toBe(400)
  })

  it("registering with a taken address is answered as with a new one, and its owner is mailed", async () => {
    const own = await registered()
    const { email } = own
    await expectOk(own.client.post("/store/customers", { email }))
    const taken = await register({ email, password: randomUUID() })
    const fresh = await register({
      email: `code-${randomUUID()}@store.test`,
      password: randomUUID(),
    })
    expect(taken.status).toBe(fresh.status)
    expect(Object.keys(taken.body)).toEqual(Object.keys(fresh.body))
    const claims = ({ body: { token = "" } }: typeof taken) =>
      Object.keys(
        JSON.parse(
          Buffer.from(token.split(".")[1] ?? "", "base64url").toString()
        ) as object
      ).sort()
    expect(claims(taken)).toEqual(claims(fresh))
    const client = storeClient({ url: server.url, token: taken.body.token })
    expect((await client.get("/store/customers/me")).status).toBe(401)
    await waitFor(
      async () =>
        mails.to(email).some(({ subject }) => subject?.includes("already")),
      { what: "the mail to the owner", timeoutMs: 30_000 }
    )
    const statuses = []
    const ip = freshIp()
    for (let time = 0; time < 11; time++) {
      const guest = httpClient(server.url, { "x-forwarded-for": ip })
      const { status } = await guest.post("/auth/customer/emailpass/register", {
        ...{ email, password: randomUUID() },
      })
      statuses.push(status)
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429])
  })
})

describe("without verification", () => {
  it("no code is sent, and Medusa's link goes to no address but one's own", async () => {
    const login = {
      email: `code-${randomUUID()}@store.test`,
      password: randomUUID(),
    }
    const { token = "" } = await expectOk(
      anonymousClient().post<Answer>("/auth/customer/emailpass/register", login)
    )
    const client = storeClient({ token })
    const sent = await client.post("/store/accounts/send-code")
    expect(sent.status).toBe(404)
    const request = (entity_id: string) =>
      client.post<Answer>("/auth/verification/request", {
        ...{ entity_id, entity_type: "email", code_provider: "token" },
      })
    const victim = await request("victim@store.test")
    expect(victim.status).toBe(400)
    expect(victim.body.message).toMatch(/entity_id: /)
    expect((await request(login.email)).status).toBe(201)
    expect((await request(login.email)).status).toBe(429)
    const rows = await query(
      databaseUrl(),
      "select id from message where recipient = 'victim@store.test'"
    )
    expect(rows).toEqual([])
  })
})
