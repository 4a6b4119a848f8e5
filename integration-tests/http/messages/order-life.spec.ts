import { randomUUID } from "node:crypto"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { expectOk, type HttpClient } from "../../helpers/http"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../../helpers/mail-server"
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
      env: { ...mailEnvironment(mails), ...twilio.environment },
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
      email,
      title,
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
