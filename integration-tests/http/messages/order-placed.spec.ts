import { randomUUID } from "node:crypto"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { query } from "../../helpers/database"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../../helpers/mail-server"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

type Row = {
  id: string
  status: string
  attempts: number
  last_error: string | null
  mail_id: string
  html: string
  idempotency_key: string
}

describe("the mail of a placed order", () => {
  let mails: MailServer
  let server: Server

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "messages-order-placed",
      env: { ...mailEnvironment(mails), JOBS_POLL_INTERVAL_MS: "500" },
    })
  }, 180_000)

  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
  })

  async function buy() {
    const email = `buyer-${randomUUID()}@store.test`
    const { sdk, cart } = await cartReadyToPay({ url: server.url, email })
    const order = await completeCart(sdk, cart.id)
    return { email, order }
  }

  const rowOf = async (orderId: string) => {
    const rows = await query<Row>(
      server.databaseUrl,
      "select * from message where order_id = $1",
      [orderId]
    )
    expect(rows).toHaveLength(1)
    return rows[0]!
  }

  const mailTo = (email: string) =>
    waitFor(async () => mails.to(email)[0], {
      what: `a mail to ${email}`,
      timeoutMs: 90_000,
    })

  it("reaches the shopper as HTML and as text, from the shop, and is kept", async () => {
    const { email, order } = await buy()
    const mail = await mailTo(email)
    expect(mail.subject).toBe(`Your order #${order.display_id} at The Shop`)
    expect(mail.from?.value).toEqual([
      { address: "orders@shop.test", name: "The Shop" },
    ])
    expect(mail.replyTo?.value).toMatchObject([{ address: "help@shop.test" }])
    const title = order.items?.[0]?.product_title ?? ""
    expect(mail.text).toContain(title)
    expect(mail.html).toContain(title)
    const row = await waitFor(
      async () => {
        const found = await rowOf(order.id)
        return found.status === "sent" ? found : undefined
      },
      { what: "the message to be noted as sent" }
    )
    expect(row).toMatchObject({ attempts: 1, last_error: null })
    expect(mail.messageId).toBe(row.mail_id)
    expect(row.mail_id).toBe(`<${row.id}@shop.test>`)
    expect(row.html).toContain(title)
  }, 120_000)

  it("goes out again when the mail server was busy, with the reason kept meanwhile", async () => {
    mails.refuse(1)
    const { email, order } = await buy()
    const waiting = await waitFor(
      async () => {
        const [row] = await query<Row>(
          server.databaseUrl,
          "select * from message where order_id = $1 and last_error is not null",
          [order.id]
        )
        return row
      },
      { what: "the refusal to be written down", timeoutMs: 60_000 }
    )
    expect(waiting.status).toBe("queued")
    expect(waiting.last_error).toContain("451")
    expect(waiting.last_error).not.toContain(email)
    const mail = await mailTo(email)
    expect(mail.messageId).toBe(waiting.mail_id)
    expect(mails.to(email)).toHaveLength(1)
  }, 180_000)

  it("is sent once, though the fact is told again", async () => {
    const { email, order } = await buy()
    await mailTo(email)
    const { idempotency_key } = await rowOf(order.id)
    await query(
      server.databaseUrl,
      `select graphile_worker.add_job('messages-queue', json_build_object(
         'fact_id', $1::text, 'name', 'order.placed', 'order_id', $2::text, 'subject_id', $2::text,
         'occurred_at', now()))`,
      [idempotency_key.replace(/:order-placed$/, ""), order.id]
    )
    await waitFor(
      async () =>
        (
          await query(
            server.databaseUrl,
            "select from graphile_worker.jobs where task_identifier like 'messages-%'"
          )
        ).length === 0,
      { what: "the queue to be empty", timeoutMs: 60_000 }
    )
    await rowOf(order.id)
    expect(mails.to(email)).toHaveLength(1)
  }, 120_000)
})
