import { randomUUID } from "node:crypto"
import { freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  mailEnvironment,
  type MailServer,
  type ReceivedMail,
  startMailServer,
} from "../../helpers/mail-server"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

describe("the mails of an account", () => {
  let mails: MailServer
  let server: Server

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "messages-account",
      env: { ...mailEnvironment(mails), STOREFRONT_URL: "https://shop.test" },
    })
  }, 180_000)

  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
  })

  const mailAbout = (email: string, words: string): Promise<ReceivedMail> =>
    waitFor(
      async () =>
        mails.to(email).find(({ subject }) => subject?.includes(words)),
      { what: `a mail to ${email}: ${words}`, timeoutMs: 60_000 }
    )

  const post = (path: string, body: object, token = "") =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })

  it("greet a new customer, and let one choose a new password with a link that is kept nowhere", async () => {
    const { email } = await freshCustomer({ url: server.url })
    expect((await mailAbout(email, "Welcome")).text).toContain("is ready")

    const path = "/auth/customer/emailpass"
    await post(`${path}/reset-password`, { identifier: email })
    const mail = await mailAbout(email, "new password")
    const link = /https:\/\/shop\.test\/reset-password#\S+/.exec(
      mail.text ?? ""
    )?.[0]
    const { searchParams } = new URL(link?.replace("#", "?") ?? "")
    const token = searchParams.get("token") ?? ""
    expect(searchParams.get("email")).toBe(email)
    expect(mail.text).toMatch(/works for 1[45] minutes/)

    const [kept] = await waitFor(
      async () => {
        const rows = await query<{ html: string; text: string }>(
          server.databaseUrl,
          `select html, text from message
           where recipient = $1 and template = 'password-reset' and status = 'sent'`,
          [email]
        )
        return rows.length > 0 ? rows : undefined
      },
      { what: "the message to be noted as sent" }
    )
    expect(kept?.text).toContain("token=•••")
    const [found] = await query<{ count: number }>(
      server.databaseUrl,
      `select (select count(*) from message m where m::text like '%' || $1 || '%')::int
         + (select count(*) from notification n where n::text like '%' || $1 || '%')::int
         + (select count(*) from graphile_worker._private_jobs j where j::text like '%' || $1 || '%')::int as count`,
      [token]
    )
    expect(found?.count).toBe(0)
    expect(server.log()).not.toContain(token)

    const changed = await post(
      `${path}/update`,
      { password: randomUUID() },
      token
    )
    expect(changed.status).toBe(200)
  }, 180_000)

  // The attack: learning who has an account by asking for a new password.
  it("are not sent to who has no account", async () => {
    const email = `nobody-${randomUUID()}@store.test`
    const { status } = await post("/auth/customer/emailpass/reset-password", {
      identifier: email,
    })
    expect(status).toBe(201)
    const somebody = await freshCustomer({ url: server.url })
    await mailAbout(somebody.email, "Welcome")
    expect(mails.to(email)).toEqual([])
  }, 120_000)
})
