/**
 * The attack (Z1): an order's id was seen in a log, a link or a screenshot, and whoever has it reads name, address and
 * e-mail in the order, or sends its goods back.
 */
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { freshCustomer, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import {
  ageOrder,
  mailedOrderToken,
  oldOrder,
} from "../../helpers/order-access"
import { waitFor } from "../../helpers/wait-for"

type Read = { order?: { id: string; email?: string }; message?: string }

const read = (id: string, token = "", client = storeClient()) =>
  client.get<Read>(`/store/orders/${id}`, {
    headers: token ? { "x-order-token": token } : {},
  })

async function guestOrder() {
  const { sdk, cart } = await cartReadyToPay()
  const { id } = await completeCart(sdk, cart.id)
  const [order] = await query<{ customer_id: string | null }>(
    databaseUrl(),
    `select customer_id from "order" where id = $1`,
    [id]
  )
  return { id, customer_id: order?.customer_id ?? null }
}

describe("an order of half an hour ago", () => {
  it("is none to a guest, to another customer, and below it, word for word (Z1.1)", async () => {
    const { id } = await oldOrder()
    const none = "order_01JUNKNOWN0000000000000000"
    const { body: unknown } = await read(none)
    const other = await freshCustomer()
    for (const client of [storeClient(), other.client]) {
      const { status, body } = await read(id, "", client)
      expect(status).toBe(404)
      expect({ ...body, message: body.message?.replace(id, none) }).toEqual(
        unknown
      )
    }
    const below = await other.client.get(`/store/orders/${id}/payments`)
    expect(below.status).toBe(404)
    const upper = await storeClient().get(`/STORE/Orders/${id}/`)
    expect(upper.status).toBe(404)
  })

  it("stays its owner's", async () => {
    const { id, customer } = await oldOrder()
    const { status, body } = await read(id, "", customer.client)
    expect(status).toBe(200)
    expect(body.order?.email).toBe(customer.email)
  })

  it("is open to a guest with the token of its mail, and to nobody with another's", async () => {
    const order = await guestOrder()
    await ageOrder(order.id)
    expect((await read(order.id)).status).toBe(404)
    const { body } = await read(order.id, mailedOrderToken(order))
    expect(body.order?.id).toBe(order.id)
    const ended = mailedOrderToken(order, new Date(Date.now() - 1000))
    const of = { ...order, customer_id: "cus_of_another" }
    const wrong = [
      ...[
        mailedOrderToken({ ...order, id: "order_another" }),
        ended,
        mailedOrderToken(of),
      ],
      ...[`${mailedOrderToken(order)}x`, "x".repeat(5000), order.id],
    ]
    for (const token of wrong) {
      expect((await read(order.id, token)).status).toBe(404)
    }
  })

  it("is sent back by nobody who may not read it", async () => {
    const { id } = await oldOrder()
    const items = [{ id: "ordli_1", quantity: 1 }]
    const { status, body } = await storeClient().post("/store/returns", {
      ...{ order_id: id, items },
      return_shipping: { option_id: "so_1" },
    })
    expect(status).toBe(404)
    expect(body.message).toBe(`Order id not found: ${id}`)
  })
})

it("a guest sees the order just placed by its id, as the official storefront's confirmation page does", async () => {
  const { id } = await guestOrder()
  expect((await read(id)).status).toBe(200)
  await ageOrder(id)
  expect((await read(id)).status).toBe(404)
})

it("the confirmation mail's link carries a token, which the log does not keep", async () => {
  const { id } = await guestOrder()
  const [message] = await waitFor(
    async () => {
      const rows = await query<{ html: string; text: string }>(
        databaseUrl(),
        `select html, text from message
          where order_id = $1 and template = 'order-placed' and html is not null`,
        [id]
      )
      return rows.length > 0 ? rows : undefined
    },
    { what: "the confirmation", timeoutMs: 30_000 }
  )
  expect(message?.text).toContain(`/order/${id}/confirmed#token=`)
  expect(`${message?.html}${message?.text}`).not.toMatch(
    new RegExp(`${id}\\.\\d`)
  )
})

describe("the transfer of an order", () => {
  const asked = async () => {
    const owner = await oldOrder()
    const asking = await freshCustomer()
    const path = `/store/orders/${owner.id}/transfer`
    return { ...owner, asking, path }
  }
  const tokenOf = async (orderId: string) => {
    const [change] = await query<{ token: string }>(
      databaseUrl(),
      `select details ->> 'token' as token from order_change_action
        where order_id = $1 and action = 'TRANSFER_CUSTOMER'`,
      [orderId]
    )
    return change?.token ?? ""
  }

  it("can be asked for by any customer, who is not shown the order for it", async () => {
    const { id, customer, asking, path } = await asked()
    const { order } = await expectOk(
      asking.client.post<Read>(`${path}/request`, {})
    )
    const email = `${customer.email.slice(0, 1)}***@store.test`
    expect(order).toEqual({ id, email })
    expect((await read(id, "", asking.client)).status).toBe(404)
    const canceled = await asking.client.post<Read>(`${path}/cancel`, {})
    expect(canceled.body.order).toEqual({ id, email })
  })

  it("goes on with the owner's consent, and the former owner's link opens nothing any more", async () => {
    const { id, customer, asking, path } = await asked()
    const mailed = mailedOrderToken({ id, customer_id: customer.id })
    await expectOk(asking.client.post(`${path}/request`, {}))
    const refused = await storeClient().post(`${path}/accept`, { token: "x" })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.body.order).toBeUndefined()
    const token = await tokenOf(id)
    await expectOk(storeClient().post(`${path}/accept`, { token }))
    expect((await read(id, "", asking.client)).status).toBe(200)
    expect((await read(id, mailed)).status).toBe(404)
    expect((await read(id, "", customer.client)).status).toBe(404)
  })

  it("is declined with its mail's token", async () => {
    const { id, asking, path } = await asked()
    await expectOk(asking.client.post(`${path}/request`, {}))
    const token = await tokenOf(id)
    await expectOk(storeClient().post(`${path}/decline`, { token }))
    expect((await read(id, "", asking.client)).status).toBe(404)
  })
})
