import { randomInt, randomUUID } from "node:crypto"
import type { AdminMessage } from "../../../src/types/messages"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { adminClient, freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { expectOk, type HttpClient } from "../../helpers/http"
import { loggedMessage } from "../../helpers/messages"
import { freePort } from "../../helpers/ports"
import { type Server, startServer } from "../../helpers/server"
import { addressIn } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"
import {
  type SendgridSimulator,
  startSendgridSimulator,
} from "../../simulators/sendgrid"
import {
  startTwilioSimulator,
  type TwilioSimulator,
} from "../../simulators/twilio"

type Row = Pick<
  AdminMessage,
  "id" | "channel" | "status" | "attempts" | "last_error" | "outcome_reason"
>

let sendgrid: SendgridSimulator
let twilio: TwilioSimulator
let server: Server
let admin: HttpClient

beforeAll(async () => {
  const port = await freePort()
  const store = `http://localhost:${port}`
  sendgrid = await startSendgridSimulator(`${store}/hooks/messages/sendgrid`)
  twilio = await startTwilioSimulator()
  server = await startServer({
    name: "messages-channels",
    port,
    env: {
      SENDGRID_API_KEY: sendgrid.apiKey,
      SENDGRID_HOST: sendgrid.url,
      SENDGRID_TIMEOUT_MS: "1000",
      SENDGRID_WEBHOOK_PUBLIC_KEY: sendgrid.events.publicKey,
      ...twilio.environment,
      TWILIO_TEMPLATES: "order-placed",
      MAIL_FROM: "The Shop <orders@shop.test>",
      MAIL_REPLY_TO: "help@shop.test",
      BRAND_NAME: "The Shop",
    },
  })
  admin = await adminClient({ url: server.url })
}, 180_000)

afterAll(async () => {
  await server?.stop()
  await twilio?.stop()
  await sendgrid?.stop()
})

const select = async (where: string, value: string) =>
  query<Row>(
    server.databaseUrl,
    `select id, channel, status, attempts, last_error, outcome_reason from message where ${where} = $1`,
    [value]
  )

const rowOf = async (id: string) => (await select("id", id))[0]!

/** The message, once it is as the spec waits for. */
const until = (
  where: string,
  value: string,
  isRight: (row: Row) => boolean
): Promise<Row> =>
  waitFor(async () => (await select(where, value)).find(isRight), {
    what: `the message of ${value} to be right`,
    timeoutMs: 60_000,
  })

const suppressionOf = async (address: string) => {
  const rows = await query<{ id: string; reason: string }>(
    server.databaseUrl,
    "select id, reason from message_suppression where address = $1",
    [address]
  )
  return rows[0]
}

const logged = (more: Parameters<typeof loggedMessage>[0] = {}) =>
  loggedMessage(more, server.databaseUrl)

describe("a store with SendGrid", () => {
  /** A batch as SendGrid sends it; returns what the store answered. */
  async function tell(id: string, ...events: object[]): Promise<number> {
    const timestamp = Math.floor(Date.now() / 1000)
    const batch = {
      id: randomUUID(),
      events: events.map((event) => ({
        ...{ event: "", email: "somebody@store.test", timestamp },
        ...{ suite_message_id: id, ...event },
      })),
    }
    return post(sendgrid.events.signed(batch))
  }

  async function post({
    body,
    headers,
  }: {
    body: string
    headers: Record<string, string>
  }) {
    const { status } = await fetch(`${server.url}/hooks/messages/sendgrid`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    })
    return status
  }

  // The attack: keeping a customer from every mail of the store.
  it("believes no event that SendGrid did not sign, or not lately", async () => {
    const id = await logged({ recipient: `${randomUUID()}@store.test` })
    const event = { event: "spamreport", email: "a@store.test", timestamp: 1 }
    const batch = {
      id: randomUUID(),
      events: [{ ...event, suite_message_id: id }],
    }
    for (const forgery of ["key", "body", "old", "unsigned"] as const) {
      expect(await sendgrid.events.forge(batch, forgery)).toBe(403)
    }
    expect((await rowOf(id)).status).toBe("sent")
  })

  it.each([
    ["no list", { not: "a list" }, 400],
    ["null", null, 400],
    ["a list of rubbish", [null, 7, "x", { event: "delivered" }], 200],
  ])("takes %s, signed, for what it is", async (_, body, expected) => {
    const batch = { id: randomUUID(), events: body as never }
    expect(await post(sendgrid.events.signed(batch))).toBe(expected)
  })

  it.each([
    ["no JSON", "{", 400],
    ["nothing", "", 403],
    ["a megabyte and more", `["${"x".repeat(1_100_000)}"]`, 413],
  ])("refuses %s", async (_, body, expected) => {
    expect(await post({ body, headers: {} })).toBe(expected)
  })

  it("sends its mails there, with their text, whom to answer, and without tracking", async () => {
    const { email } = await freshCustomer({ url: server.url })
    const mail = await waitFor(async () => sendgrid.to(email)[0], {
      what: `a mail to ${email}`,
      timeoutMs: 60_000,
    })
    expect(mail).toMatchObject({
      from: { email: "orders@shop.test", name: "The Shop" },
      reply_to: { email: "help@shop.test" },
      subject: "Welcome to The Shop",
    })
    expect(mail.content.map(({ type }) => type)).toEqual([
      ...["text/plain", "text/html"],
    ])
    const row = await until(
      "recipient",
      email,
      ({ status }) => status !== "queued"
    )
    expect(mail.headers?.["Message-ID"]).toBe(`<${row.id}@shop.test>`)
    sendgrid.events.tell(sendgrid.events.about(mail, "processed"))
    sendgrid.events.tell(sendgrid.events.about(mail, "delivered"))
    await sendgrid.events.idle()
    expect(await rowOf(row.id)).toMatchObject({ status: "delivered" })
  }, 120_000)

  it("goes by the latest state, in whatever order and however often events come", async () => {
    const story = [
      { event: "processed" },
      { event: "delivered", response: "250 OK" },
      { event: "bounce", type: "blocked", reason: "552 full" },
      { event: "spamreport" },
    ]
    for (const events of [story, [...story].reverse()]) {
      const id = await logged()
      for (const event of [...events, ...events]) {
        expect(await tell(id, event)).toBe(200)
      }
      expect((await rowOf(id)).status).toBe("complained")
    }
    const together = await logged()
    await Promise.all(story.map((event) => tell(together, event, ...story)))
    expect((await rowOf(together)).status).toBe("complained")
  })

  it("sends nothing more to an address that does not exist, until an admin takes it off the list", async () => {
    const { email } = await freshCustomer({ url: server.url })
    const first = await until(
      "recipient",
      email,
      ({ status }) => status === "sent"
    )
    const bounce = {
      ...{ event: "bounce", type: "bounce", email },
      reason: `550 5.1.1 <${email}> unknown`,
    }
    await tell(first.id, bounce)
    expect(await rowOf(first.id)).toMatchObject({
      status: "bounced",
      outcome_reason: "550 5.1.1 <•••> unknown",
    })
    const entry = await suppressionOf(email)
    expect(entry?.reason).toBe("bounce")

    const resend = () =>
      expectOk(
        admin.post<{ message: AdminMessage }>(
          `/admin/messages/${first.id}/resend`
        )
      )
    const { message: second } = await resend()
    const refused = await until(
      "id",
      second.id,
      ({ status }) => status === "failed"
    )
    expect(refused).toMatchObject({
      attempts: 1,
      last_error: "The address is on the suppression list (bounce)",
    })
    expect(sendgrid.to(email)).toHaveLength(1)

    await expectOk(admin.delete(`/admin/messages/suppressions/${entry?.id}`))
    await tell(first.id, bounce)
    expect(await suppressionOf(email)).toBeUndefined()
    const { message: third } = await resend()
    await until("id", third.id, ({ status }) => status === "sent")
    expect(sendgrid.to(email)).toHaveLength(2)
  }, 120_000)

  it.each([
    [{ event: "bounce", type: "blocked" }, undefined],
    [{ event: "dropped", reason: "Spam Content" }, undefined],
    [{ event: "spamreport" }, "complaint"],
    [{ event: "unsubscribe" }, "unsubscribe"],
  ])("keeps an address or not: %j", async (event, reason) => {
    const recipient = `Some.${randomUUID()}@Store.Test`
    await tell(await logged({ recipient }), event)
    expect((await suppressionOf(recipient.toLowerCase()))?.reason).toBe(reason)
  })

  it("passes over events of mails that are not its own", async () => {
    expect(await tell("msg_of_another_store", { event: "spamreport" })).toBe(
      200
    )
    const sms = await logged({ channel: "sms", recipient: "+491512345678" })
    await tell(sms, { event: "bounce", type: "bounce" })
    expect((await rowOf(sms)).status).toBe("sent")
  })

  it("tries again when SendGrid is busy, and keeps why", async () => {
    sendgrid.badDays.add({ match: "/v3", kind: "refuse", status: 429 })
    const { email } = await freshCustomer({ url: server.url })
    const waiting = await until("recipient", email, ({ last_error }) =>
      Boolean(last_error)
    )
    expect(waiting).toMatchObject({
      status: "queued",
      last_error: "SendGrid answered 429: simulated 429",
    })
    await until("id", waiting.id, ({ status }) => status === "sent")
    expect(sendgrid.to(email)).toHaveLength(1)
  }, 120_000)

  it("does not repeat a mail whose answer was lost, once SendGrid tells of it", async () => {
    sendgrid.badDays.add({ match: "/v3", kind: "timeout-after" })
    const { email } = await freshCustomer({ url: server.url })
    const mail = await waitFor(async () => sendgrid.to(email)[0], {
      what: "the mail that nobody heard of",
      timeoutMs: 60_000,
    })
    sendgrid.events.tell(sendgrid.events.about(mail, "delivered"))
    const row = await until(
      "recipient",
      email,
      ({ status }) => status !== "queued"
    )
    expect(row.status).toBe("delivered")
    await until("id", row.id, ({ last_error }) => last_error === null)
    await waitFor(
      async () =>
        (
          await query(
            server.databaseUrl,
            "select from graphile_worker.jobs where key = $1",
            [`message:${row.id}`]
          )
        ).length === 0,
      { what: "its job to end", timeoutMs: 60_000 }
    )
    expect(sendgrid.to(email)).toHaveLength(1)
    expect((await rowOf(row.id)).status).toBe("delivered")
  }, 120_000)
})

describe("a store with Twilio", () => {
  const freshPhone = () => `+9198${randomInt(1e7, 1e8)}`

  async function buy(phone: string) {
    const { sdk, cart } = await cartReadyToPay({ url: server.url })
    await sdk.store.cart.update(cart.id, {
      shipping_address: { ...addressIn("in"), phone },
    })
    return completeCart(sdk, cart.id)
  }

  const smsOf = (orderId: string, isRight: (row: Row) => boolean) =>
    until("order_id", orderId, (row) => row.channel === "sms" && isRight(row))

  /** An SMS of the log, as Twilio knows it. */
  async function taken() {
    const To = freshPhone()
    const id = await logged({ channel: "sms", recipient: To })
    const StatusCallback = `${server.url}/hooks/messages/twilio?message=${id}`
    const { accountSid } = twilio
    return {
      id,
      sms: { sid: `SM${id}`, accountSid, To, Body: "x", StatusCallback },
    }
  }

  async function tell(
    { sms }: Awaited<ReturnType<typeof taken>>,
    status: string,
    code?: string
  ) {
    const { id } = twilio.callbacks.tell(sms, status, code)
    await twilio.callbacks.idle()
    return twilio.callbacks.deliveries.find(({ event_id }) => event_id === id)
      ?.status
  }

  // The attack: telling the store that a customer wants no more messages.
  it("believes no state that Twilio did not sign", async () => {
    const one = await taken()
    const report = { id: randomUUID(), sms: one.sms, status: "failed" }
    for (const forgery of ["token", "body", "unsigned"] as const) {
      expect(await twilio.callbacks.forge(report, forgery)).toBe(403)
    }
    const other = await taken()
    const moved = {
      ...twilio.callbacks.signed(report),
      url: other.sms.StatusCallback,
    }
    const { status } = await fetch(moved.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...moved.headers,
      },
      body: moved.body,
    })
    expect(status).toBe(403)
    expect((await rowOf(one.id)).status).toBe("sent")
    expect((await rowOf(other.id)).status).toBe("sent")
  })

  it("goes by the latest state, in whatever order and however often they come", async () => {
    const one = await taken()
    for (const status of ["delivered", "sent", "queued", "delivered"]) {
      expect(await tell(one, status)).toBe(200)
    }
    expect((await rowOf(one.id)).status).toBe("delivered")
  })

  it("sends nothing more to a number that is none", async () => {
    const one = await taken()
    await tell(one, "undelivered", "30003")
    expect(await suppressionOf(one.sms.To)).toBeUndefined()
    expect(await rowOf(one.id)).toMatchObject({
      status: "bounced",
      outcome_reason: "Twilio undelivered: error 30003",
    })
    const other = await taken()
    await tell(other, "undelivered", "30005")
    expect((await suppressionOf(other.sms.To))?.reason).toBe("bounce")
  })

  it("tells a shopper of the order in some words, beside the mail", async () => {
    const phone = freshPhone()
    const order = await buy(phone)
    await smsOf(order.id, ({ status }) => status === "sent")
    const [sms] = twilio.to(phone)
    expect(sms?.Body).toBe(
      `The Shop: thank you, we have your order #${order.display_id}.`
    )
    expect(sms?.From).toBe("+15005550006")
    twilio.callbacks.tell(sms!, "delivered")
    await twilio.callbacks.idle()
    await smsOf(order.id, ({ status }) => status === "delivered")
    await until(
      "order_id",
      order.id,
      ({ channel, status }) => channel === "email" && status === "sent"
    )
    expect(twilio.to(phone)).toHaveLength(1)
  }, 120_000)

  it("fails at once for a number without its country, and for one that answered STOP", async () => {
    const local = await buy("9876543210")
    const phone = freshPhone()
    twilio.unsubscribe(phone)
    const stopped = await buy(phone)
    const without = await smsOf(local.id, ({ status }) => status === "failed")
    expect(without).toMatchObject({
      attempts: 1,
      last_error:
        "The phone of the shipping address is not in international form (+…)",
    })
    const refused = await smsOf(stopped.id, ({ status }) => status === "failed")
    expect(refused.attempts).toBe(1)
    expect(refused.last_error).toContain("Twilio error 21610")
    expect((await suppressionOf(phone))?.reason).toBe("unsubscribe")
    expect(twilio.to(phone)).toEqual([])
  }, 120_000)

  it("queues none for an order without a phone", async () => {
    const order = await buy("")
    await until(
      "order_id",
      order.id,
      ({ channel, status }) => channel === "email" && status === "sent"
    )
    const rows = await select("order_id", order.id)
    expect(rows.map(({ channel }) => channel)).toEqual(["email"])
  }, 120_000)
})
