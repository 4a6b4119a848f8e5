import { randomUUID } from "node:crypto"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { expectOk, type HttpClient } from "../../helpers/http"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../../helpers/mail-server"
import { returnItems } from "../../helpers/returns"
import { type Server, startServer } from "../../helpers/server"
import { addressIn } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"
import {
  startTwilioSimulator,
  type TwilioSimulator,
} from "../../simulators/twilio"

type Order = {
  order: {
    items: { id: string }[]
    fulfillments: { id: string }[]
    payment_collections: { payments: { id: string }[] }[]
  }
}

const MERCHANTS = ["owner@shop.test", "packing@shop.test"]

describe("the mails of an order's life", () => {
  let mails: MailServer
  let twilio: TwilioSimulator
  let server: Server
  let admin: HttpClient

  beforeAll(async () => {
    mails = await startMailServer()
    twilio = await startTwilioSimulator()
    server = await startServer({
      name: "messages-order-life",
      env: {
        ...mailEnvironment(mails),
        ...twilio.environment,
        MAIL_MERCHANT: MERCHANTS.join(","),
      },
    })
    admin = await adminClient({ url: server.url })
  }, 180_000)

  afterAll(async () => {
    await server?.stop()
    await twilio?.stop()
    await mails?.stop()
  })

  async function buy() {
    const email = `buyer-${randomUUID()}@store.test`
    const { sdk, cart } = await cartReadyToPay({ url: server.url, email })
    const { id, display_id, items } = await completeCart(sdk, cart.id)
    const title = items?.[0]?.product_title ?? "?"
    return {
      ...{ id, email, title },
      number: `#${display_id}`,
      path: `/admin/orders/${id}`,
    }
  }

  /** Each kind of mail once, whatever their order. */
  const subjects = (email: string, count: number) =>
    waitFor(
      async () => {
        const found = mails.to(email).map(({ subject }) => subject)
        return found.length >= count ? found.sort() : undefined
      },
      { what: `${count} mails to ${email}`, timeoutMs: 90_000 }
    )

  const mailAbout = (email: string, words: string) =>
    mails.to(email).find(({ subject }) => subject?.includes(words))

  /** To the phone that all addresses of these specs have. */
  const smsAbout = (number: string) =>
    twilio
      .to(addressIn("in").phone)
      .map(({ Body }) => Body)
      .filter((text) => text.includes(number))
      .sort()

  it("tell of parcel, tracking, arrival and money back, each once, and where an SMS does too", async () => {
    const { email, title, number, path } = await buy()
    const { order } = await expectOk(
      admin.get<Order>(`${path}?fields=id,*items,*payment_collections.payments`)
    )
    const items = order.items.map(({ id }) => ({ id, quantity: 1 }))
    const { order: sent } = await expectOk(
      admin.post<Order>(`${path}/fulfillments?fields=*fulfillments`, { items })
    )
    const parcel = `${path}/fulfillments/${sent.fulfillments[0]?.id}`
    await expectOk(
      admin.post(`${parcel}/shipments`, {
        items,
        labels: [
          {
            tracking_number: "JD014600003",
            tracking_url: "https://carrier.example.com/JD014600003",
            label_url: "https://carrier.example.com/label.pdf",
          },
        ],
      })
    )
    await expectOk(admin.post(`${parcel}/mark-as-delivered`))
    const payment = `/admin/payments/${order.payment_collections[0]?.payments[0]?.id}`
    await expectOk(admin.post(`${payment}/capture`))
    await expectOk(admin.post(`${payment}/refund`, { amount: 1.5 }))

    expect(await subjects(email, 4)).toEqual([
      `Money back for your order ${number} at The Shop`,
      `Your order ${number} at The Shop`,
      `Your order ${number} at The Shop has arrived`,
      `Your order ${number} at The Shop is on its way`,
    ])
    const shipped = mailAbout(email, "on its way")
    expect(shipped?.text).toContain(title)
    expect(shipped?.html).toContain(
      `href="https://carrier.example.com/JD014600003"`
    )
    expect(mailAbout(email, "arrived")?.text).toContain(title)
    expect(mailAbout(email, "Money back")?.text).toContain("₹1.50")
    const sms = await waitFor(
      async () => (smsAbout(number).length >= 2 ? smsAbout(number) : undefined),
      { what: `two SMS about ${number}` }
    )
    expect(sms).toEqual([
      `The Shop: a parcel of your order ${number} has arrived.`,
      `The Shop: a parcel of your order ${number} is on its way. Tracking number: JD014600003 https://carrier.example.com/JD014600003`,
    ])
  }, 180_000)

  type Paths = { path: string; id: string }

  async function deliver({ path }: Paths) {
    const { order } = await expectOk(
      admin.get<Order>(`${path}?fields=id,*items`)
    )
    const items = order.items.map(({ id }) => ({ id, quantity: 1 }))
    const { order: sent } = await expectOk(
      admin.post<Order>(`${path}/fulfillments?fields=*fulfillments`, { items })
    )
    const parcel = `${path}/fulfillments/${sent.fulfillments[0]?.id}`
    await expectOk(admin.post(`${parcel}/shipments`, { items }))
    await expectOk(admin.post(`${parcel}/mark-as-delivered`))
    return items
  }

  it("tell that what was sent back is here", async () => {
    const bought = await buy()
    const { email, number, title } = bought
    const items = await deliver(bought)
    const { stock_locations: places } = await expectOk(
      admin.get<{ stock_locations: { id: string }[] }>(
        "/admin/stock-locations?name=Bengaluru%20warehouse"
      )
    )
    await returnItems(
      { orderId: bought.id, locationId: places[0]?.id ?? "", items },
      { url: server.url }
    )
    const mail = await waitFor(async () => mailAbout(email, "sent back"), {
      what: "the mail about the return",
      timeoutMs: 60_000,
    })
    expect(mail.subject).toBe(
      `What you sent back of order ${number} has reached The Shop`
    )
    expect(mail.text).toContain(`1 × ${title}`)
  }, 180_000)

  it("tell of money that came later, and not of money that came with the order", async () => {
    const [soon, later] = [await buy(), await buy()]
    // The facts of both are known before the clock is turned back.
    await Promise.all([soon, later].map(({ email }) => subjects(email, 1)))
    await query(
      server.databaseUrl,
      `update "order" set created_at = created_at - interval '1 day' where id = $1`,
      [later.id]
    )
    for (const { path } of [soon, later]) {
      const { order } = await expectOk(
        admin.get<Order>(`${path}?fields=id,*payment_collections.payments`)
      )
      const payment = order.payment_collections[0]?.payments[0]?.id
      await expectOk(admin.post(`/admin/payments/${payment}/capture`))
    }
    expect(await subjects(later.email, 2)).toEqual([
      `Payment received for order ${later.number} at The Shop`,
      `Your order ${later.number} at The Shop`,
    ])
    expect(mailAbout(later.email, "Payment")?.text).toMatch(/received ₹\d/)
    expect(await subjects(soon.email, 1)).toHaveLength(1)
  }, 180_000)

  it("tell that the payment which a placed order waited for failed", async () => {
    const { id, email, number } = await buy()
    await subjects(email, 1)
    const become = (status: string) =>
      query(
        server.databaseUrl,
        `update payment_session set status = $2, authorized_at = null
         from order_payment_collection link
         where link.payment_collection_id = payment_session.payment_collection_id and link.order_id = $1`,
        [id, status]
      )
    // What a provider says of a bank transfer: first that it will come, then that it will not.
    await become("pending_authorization")
    await become("error")
    expect(await subjects(email, 2)).toEqual([
      `The payment of your order ${number} at The Shop failed`,
      `Your order ${number} at The Shop`,
    ])
    expect(mailAbout(email, "failed")?.text).toContain("no money was taken")
  }, 120_000)

  it("tell each of the merchant's addresses of a new order, once", async () => {
    const { id, email, number, title } = await buy()
    for (const merchant of MERCHANTS) {
      const mail = await waitFor(
        async () =>
          mails
            .to(merchant)
            .find(({ subject }) => subject?.includes(`${number}:`)),
        { what: `a mail to ${merchant}`, timeoutMs: 60_000 }
      )
      expect(mail.recipients).toEqual([merchant])
      expect(mail.subject).toMatch(/^New order #\d+: ₹/)
      expect(mail.text).toContain(email)
      expect(mail.text).toContain(title)
      expect(mail.text).toContain(`${server.url}/app/orders/${id}`)
    }
  }, 120_000)

  it("tell that an order was canceled", async () => {
    const { email, number, path } = await buy()
    await subjects(email, 1)
    await expectOk(admin.post(`${path}/cancel`))
    expect(await subjects(email, 2)).toEqual([
      `Your order ${number} at The Shop`,
      `Your order ${number} at The Shop is canceled`,
    ])
    const text = mailAbout(email, "canceled")?.text
    expect(text).toContain("will not be sent")
    expect(text).not.toContain("goes back")
  }, 120_000)
})
