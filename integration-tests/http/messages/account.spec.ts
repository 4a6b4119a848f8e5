import { randomUUID } from "node:crypto"
import { appWith } from "../../helpers/app"
import { adminClient, freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import {
  mailEnvironment,
  type MailServer,
  type ReceivedMail,
  startMailServer,
} from "../../helpers/mail-server"
import { ownWelcomeFiles } from "../../helpers/messages"
import { written } from "../../helpers/messages-writing"
import { freePort } from "../../helpers/ports"
import { type Server, spawnServer, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

describe("the mails of an account", () => {
  let mails: MailServer
  let server: Server

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "messages-account",
      directory: appWith(ownWelcomeFiles()),
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
    const welcome = await mailAbout(email, "Welcome")
    expect(welcome.html).toContain(`<p lang="en">Karibu Asha Rao!</p>`)
    expect(welcome.text).toContain("Karibu Asha Rao!")

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

  it("are not promised by a server whose host's template is missing", async () => {
    const refused = spawnServer({
      ...{ name: "messages-no-template", port: await freePort() },
      databaseUrl: server.databaseUrl,
      env: { SUITE_DOCTOR_OVERRIDE: "several-instances" },
      directory: appWith(ownWelcomeFiles("./src/emails/no-such-file")),
    })
    await waitFor(() => refused.hasEnded(), {
      what: "the server to refuse its start",
      timeoutMs: 60_000,
    })
    expect(refused.log()).toContain(
      "medusa-commerce-suite option messages.templates.welcome: ./src/emails/no-such-file cannot be loaded from"
    )
  }, 90_000)

  const linkIn = (mail: ReceivedMail, page: string) => {
    const [link] =
      new RegExp(`${server.url}/app/${page}\\?\\S+`).exec(mail.text ?? "") ?? []
    return { link, token: new URL(link ?? "").searchParams.get("token") ?? "" }
  }

  /** Nowhere: neither in a table of ours, nor in the server's log. */
  const expectForgotten = async (token: string) => {
    const [found] = await query<{ count: number }>(
      server.databaseUrl,
      `select (select count(*) from message m where m::text like '%' || $1 || '%')::int
         + (select count(*) from notification n where n::text like '%' || $1 || '%')::int as count`,
      [token]
    )
    expect(found?.count).toBe(0)
    expect(server.log()).not.toContain(token)
  }

  /** As a browser would, which sends along where it comes from. */
  const open = async (link = "") => {
    await fetch(link)
    await fetch(`${server.url}/health`, { headers: { referer: link } })
  }

  it("invite an admin, who chooses a new password later, and whose tests of messages are counted", async () => {
    const email = `admin-${randomUUID()}@store.test`
    const password = randomUUID()
    const owner = await adminClient({ url: server.url })
    const { invite } = await expectOk(
      owner.post<{ invite: { id: string } }>("/admin/invites", { email })
    )
    const first = linkIn(await mailAbout(email, "invited"), "invite")
    await expectOk(owner.post(`/admin/invites/${invite.id}/resend`))
    const mail = await waitFor(async () => mails.to(email)[1], {
      what: "the invite to be sent anew",
      timeoutMs: 60_000,
    })
    expect(mail.text).toContain("works for 24 hours")
    const { link, token } = linkIn(mail, "invite")
    expect(token).not.toBe(first.token)
    await open(link)
    const { token: registration } = (await (
      await post("/auth/user/emailpass/register", { email, password })
    ).json()) as { token: string }
    const accepted = await post(
      `/admin/invites/accept?token=${token}`,
      { email, first_name: "Asha", last_name: "Rao" },
      registration
    )
    expect(accepted.status).toBe(200)
    await expectForgotten(first.token)
    await expectForgotten(token)
    expect(server.log()).toContain(`"/app/invite"`)

    await post("/auth/user/emailpass/reset-password", { identifier: email })
    const reset = await mailAbout(email, "new password for the admin")
    expect(reset.text).toContain("Asha Rao")
    const choice = linkIn(reset, "reset-password")
    await open(choice.link)
    await expectForgotten(choice.token)
    const changed = await post(
      "/auth/user/emailpass/update",
      { password: `${password}-2` },
      choice.token
    )
    expect(changed.status).toBe(200)

    const login = (await (
      await post("/auth/user/emailpass", { email, password: `${password}-2` })
    ).json()) as { token: string }
    const statuses = []
    for (let sent = 0; sent < 21; sent++) {
      const { status } = await post(
        "/admin/messages/preview/send",
        { template: "invite", recipient: email, locale: "de" },
        login.token
      )
      statuses.push(status)
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429])
    const test = await mailAbout(email, "[Test]")
    expect(test.subject).toBe("[Test] Einladung in die Verwaltung von The Shop")
  }, 240_000)
  // The attack: reading the tokens of unsubscribe links where mails are stored, queued or logged.
  it("let who gets news have no more of it: by one click, and nothing of the link is kept", async () => {
    const { email, id } = await freshCustomer({ url: server.url })
    const admin = await adminClient({ url: server.url })
    const write = (subject: string) =>
      expectOk(
        admin.post("/admin/messages", written({ customer_id: id, subject }))
      )
    await write("First news")
    const mail = await mailAbout(email, "First news")
    const list = mail.headers.get("list") as {
      unsubscribe?: { url: string }
      "unsubscribe-post"?: { name: string }
    }
    expect(list["unsubscribe-post"]?.name).toBe("List-Unsubscribe=One-Click")
    const url = list.unsubscribe?.url ?? ""
    const token = url.split("/").at(-1) ?? ""
    expect(url).toBe(`${server.url}/hooks/messages/unsubscribe/${token}`)
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain(
        `${server.url}/hooks/messages/unsubscribe#token=${token}`
      )
    }
    const isKept = await query<{ count: number }>(
      server.databaseUrl,
      `select (select count(*) from message m where m::text like '%' || $1 || '%')::int
         + (select count(*) from notification n where n::text like '%' || $1 || '%')::int as count`,
      [token.split(".").at(-1)]
    )
    expect(isKept[0]?.count).toBe(0)
    const body = "List-Unsubscribe=One-Click"
    const headers = { "content-type": "application/x-www-form-urlencoded" }
    expect((await fetch(url, { method: "POST", headers, body })).status).toBe(
      200
    )
    await write("Second news")
    await waitFor(
      async () =>
        (
          await query(
            server.databaseUrl,
            "select from message where customer_id = $1 and status = 'canceled'",
            [id]
          )
        ).length === 1,
      { what: "the second one to be kept back", timeoutMs: 30_000 }
    )
    const subjects = mails.to(email).map(({ subject }) => subject)
    expect(subjects).not.toContain("Second news")
    expect((await mailAbout(email, "Welcome")).headers.has("list")).toBe(false)
  }, 120_000)

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
