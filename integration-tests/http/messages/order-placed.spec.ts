import { randomUUID } from "node:crypto"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { query } from "../../helpers/database"
import { addJob } from "../../helpers/jobs"
import { type GatewayUnderTest, stripeUnderTest } from "../../helpers/gateways"
import { storeClient } from "../../helpers/clients"
import { ageOrder } from "../../helpers/order-access"
import { createProduct } from "../../helpers/products"
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
  let gateway: GatewayUnderTest

  beforeAll(async () => {
    mails = await startMailServer()
    gateway = await stripeUnderTest()
    server = await startServer({
      name: "messages-order-placed",
      env: {
        ...mailEnvironment(mails),
        ...gateway.environment(),
      },
    })
    await gateway.offer(server.url)
  }, 180_000)

  afterAll(async () => {
    await server?.stop()
    await gateway?.stop()
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

  it("opens the order to its reader long after its id alone does not", async () => {
    const { email, order } = await buy()
    const { text = "" } = await mailTo(email)
    const [, token = ""] = /confirmed#token=([\w.-]+)/.exec(text) ?? []
    await ageOrder(order.id, server.databaseUrl)
    const read = (headers: Record<string, string>) =>
      storeClient({ url: server.url }).get(`/store/orders/${order.id}`, {
        headers,
      })
    expect((await read({})).status).toBe(404)
    expect((await read({ "x-order-token": token })).status).toBe(200)
    expect((await rowOf(order.id)).html).not.toContain(token)
  }, 120_000)

  it("is not sent for an order that nobody paid", async () => {
    const { variantId } = await createProduct({ stock: 5, url: server.url })
    const begun = await gateway.begin(server.url, variantId)
    const { status, body } = await storeClient({
      url: server.url,
    }).post<{ type: string }>(`/store/carts/${begun.cartId}/complete`)
    expect([status, body.type]).not.toEqual([200, "order"])
    const { email } = await buy()
    await mailTo(email)
    expect(mails.to(begun.email)).toEqual([])
    const rows = await query(
      server.databaseUrl,
      `select from message join "order" o on o.id = message.order_id where o.email = $1`,
      [begun.email]
    )
    expect(rows).toEqual([])
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
    await addJob(server.databaseUrl, "messages-queue", {
      fact_id: idempotency_key.replace(/:order-placed$/, ""),
      ...{ name: "order.placed", order_id: order.id, subject_id: order.id },
      occurred_at: new Date().toISOString(),
    })
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
