import { randomUUID } from "node:crypto"
import { completeCart, SYSTEM_PAYMENT } from "../../helpers/carts"
import {
  CASH,
  cartBeforePayment,
  cashBooks,
  cashCart,
  cashOrder,
  choosePayment,
  collect,
  FEE,
  feesOf,
  offerFor,
  orderById,
} from "../../helpers/cash-on-delivery"
import { adminClient, freshCustomer, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { transactionsOf } from "../../helpers/payments"
import { completeAtOnce } from "../../helpers/race"
import { storefront } from "../../helpers/storefront"
import { waitFor } from "../../helpers/wait-for"

const TOTAL = 1499 + 79 + FEE

const collected = {
  sessions: ["authorized"],
  payments: 1,
  captured: TOTAL,
  booked: TOTAL,
  total: TOTAL,
}

const refusalOf = ({
  status,
  body,
}: {
  status: number
  body: { message?: unknown }
}) => ({ status, message: body.message })

// Each places several orders, which takes its time on a busy machine.
jest.setTimeout(180_000)

let admin: HttpClient
beforeAll(async () => {
  admin = await adminClient()
})

describe("an order to be paid on delivery", () => {
  it("is placed with a session that waits, and without a payment", async () => {
    const order = await cashOrder()
    expect(order.total).toBe(TOTAL)
    const seen = await orderById(order.id)
    expect(seen.payment_status).toBe("awaiting")
    expect(await cashBooks(order.id)).toEqual({
      sessions: ["pending_authorization"],
      payments: 0,
      captured: 0,
      booked: 0,
      total: TOTAL,
    })
    expect(feesOf(order)).toMatchObject([
      {
        quantity: 1,
        product_id: null,
        requires_shipping: false,
        is_discountable: false,
        metadata: { commerce_suite_fee: "cash-on-delivery" },
        tax_lines: [{ rate: 18 }],
      },
    ])
    await waitFor(
      async () =>
        (
          await query(
            databaseUrl(),
            "select 1 from fact where order_id = $1 and name = 'order.placed'",
            [order.id]
          )
        ).length === 1,
      { what: "the fact that the order was placed" }
    )
  })

  it("is placed once when eight requests complete its cart at the same moment", async () => {
    const { cart } = await cashCart()
    const carts = Array<string>(8).fill(cart.id)
    const replies = await completeAtOnce(carts, [storeClient().url])
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const ids = new Set(replies.map(({ body }) => body.order?.id))
    expect(ids.size).toBe(1)
    const [id = ""] = ids
    expect(await cashBooks(id ?? "")).toMatchObject({
      sessions: ["pending_authorization"],
      payments: 0,
    })
  })

  it("stays waiting when somebody only looks whether it is authorized", async () => {
    const order = await cashOrder()
    const seen = await orderById(order.id)
    const session = seen.payment_collections[0]?.payment_sessions?.[0]?.id
    const { is_authorized } = await expectOk(
      admin.post<{ is_authorized: boolean }>(
        `/admin/orders/${order.id}/payment-sessions/authorize`,
        { payment_session_id: session }
      )
    )
    expect(is_authorized).toBe(false)
    expect(await cashBooks(order.id)).toMatchObject({
      sessions: ["pending_authorization"],
      payments: 0,
    })
  })

  it("is collected once, however often, and leaves its traces in the log", async () => {
    const order = await cashOrder()
    expect((await collect(admin, order.id)).body).toEqual({
      collected: [order.id],
      refused: [],
    })
    expect((await collect(admin, order.id)).status).toBe(200)
    expect(await cashBooks(order.id)).toEqual(collected)
    expect((await orderById(order.id)).payment_status).toBe("captured")

    const log = await transactionsOf(order.id)
    expect(log.map(({ provider_id }) => provider_id)).toEqual(
      Array(4).fill(CASH)
    )
    expect(
      log.map(({ action, outcome, state_before, state_after, cause }) =>
        [action, outcome, state_before, state_after, cause].join(" ")
      )
    ).toEqual([
      "create succeeded pending pending storefront",
      "authorize succeeded pending pending_authorization storefront",
      "authorize succeeded pending_authorization authorized admin",
      "capture succeeded authorized captured admin",
    ])
    expect(log.at(-1)).toMatchObject({
      provider_id: CASH,
      source: "provider",
      amount: `${TOTAL}.00`,
      currency_code: "inr",
      actor_type: "user",
    })
  })

  it("is collected once when eight admins say so at the same moment", async () => {
    const order = await cashOrder()
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => collect(admin, order.id))
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await cashBooks(order.id)).toEqual(collected)
  })

  it.each([
    [
      "after the payment, before the capture",
      `delete from capture where payment_id = $1;
       update payment set captured_at = null where id = $1`,
    ],
    [
      "after the capture's row, before it is confirmed",
      "update payment set captured_at = null where id = $1",
    ],
    ["after the capture, before the order's books", ""],
  ])(
    "is collected by saying so again when a server died %s",
    async (_, undo) => {
      const order = await cashOrder()
      await expectOk(collect(admin, order.id))
      const seen = await orderById(order.id)
      const payment = seen.payment_collections[0]?.payments?.[0]?.id
      await query(
        databaseUrl(),
        "delete from order_transaction where order_id = $1",
        [order.id]
      )
      for (const statement of undo.split(";").filter(Boolean)) {
        await query(databaseUrl(), statement, [payment])
      }
      // The task that puts aside what is settled has not run for it, as after a crash.
      await query(
        databaseUrl(),
        "update cash_on_delivery_order set closed_at = null where order_id = $1",
        [order.id]
      )
      expect(
        (await admin.get(`/admin/cash-on-delivery/${order.id}`)).body
      ).toEqual({
        cash: {
          order_id: order.id,
          state: "started",
          amount: String(TOTAL),
          currency_code: "inr",
        },
      })
      await expectOk(collect(admin, order.id))
      expect(await cashBooks(order.id)).toEqual(collected)
    }
  )

  it("is refunded in part after it was collected", async () => {
    const order = await cashOrder()
    await expectOk(collect(admin, order.id))
    const seen = await orderById(order.id)
    const payment = seen.payment_collections[0]?.payments?.[0]?.id
    await expectOk(
      admin.post(`/admin/payments/${payment}/refund`, { amount: 100 })
    )
    expect(await cashBooks(order.id)).toMatchObject({ booked: TOTAL - 100 })
    const last = (await transactionsOf(order.id)).at(-1)
    expect(last).toMatchObject({ action: "refund", outcome: "succeeded" })
    expect(Number(last?.amount)).toBe(100)
    const more = await admin.post(`/admin/payments/${payment}/refund`, {
      amount: TOTAL,
    })
    expect(more.status).toBe(400)
  })

  it("owes nothing when it is canceled, and can then not be collected", async () => {
    const order = await cashOrder()
    await expectOk(admin.post(`/admin/orders/${order.id}/cancel`))
    expect(refusalOf(await collect(admin, order.id))).toEqual({
      status: 400,
      message: "The cash of the order cannot be collected: it was canceled",
    })
    await waitFor(
      async () => (await cashBooks(order.id))?.sessions[0] === "canceled",
      { what: "the session of the canceled order to end" }
    )
    expect(await cashBooks(order.id)).toMatchObject({ payments: 0, booked: 0 })
  })

  it("is collected with what it owes after it was changed", async () => {
    const order = await cashOrder({ quantity: 2 })
    const item = order.items?.find(({ variant_id }) => variant_id)
    const { order_change: edit } = await expectOk(
      admin.post<{ order_change: { id: string; order_id: string } }>(
        "/admin/order-edits",
        { order_id: order.id }
      )
    )
    expect(edit.order_id).toBe(order.id)
    await expectOk(
      admin.post(`/admin/order-edits/${order.id}/items/item/${item?.id}`, {
        quantity: 1,
      })
    )
    await expectOk(admin.post(`/admin/order-edits/${order.id}/confirm`))
    await expectOk(collect(admin, order.id))
    expect(await cashBooks(order.id)).toMatchObject({
      payments: 1,
      captured: TOTAL,
      booked: TOTAL,
      total: TOTAL,
    })
  })

  it.each(["order_nobodys", "x", "..%2f"])(
    "answers 404 when %s is collected",
    async (id) => {
      expect(
        (await admin.post(`/admin/cash-on-delivery/${id}/collect`)).status
      ).toBe(404)
    }
  )

  it("is not collected when it is paid in another way", async () => {
    const { sdk, cart } = await cartBeforePayment()
    await expectOk(choosePayment(cart.id, SYSTEM_PAYMENT))
    const order = await completeCart(sdk, cart.id)
    expect((await collect(admin, order.id)).status).toBe(404)
    expect(
      (await admin.get(`/admin/cash-on-delivery/${order.id}`)).body
    ).toEqual({ cash: null })
  })
})

describe("the fee in the order", () => {
  type Parcel = { id: string; canceled_at: string | null }

  const fulfill = async (orderId: string, quantity: number) => {
    const order = await orderById(orderId)
    const item = order.items.find(({ variant_id }) => variant_id)
    await expectOk(
      admin.post(`/admin/orders/${orderId}/fulfillments`, {
        items: [{ id: item?.id, quantity }],
      })
    )
  }

  const expectStatus = async (orderId: string, status: string) => {
    const order = await orderById(orderId)
    expect(order.fulfillment_status).toBe(status)
    expect(order.items).toHaveLength(2)
  }

  const parcelsOf = async (orderId: string) => {
    const order = await orderById(orderId)
    return (order.fulfillments as unknown as Parcel[]).filter(
      ({ canceled_at }) => !canceled_at
    )
  }

  it("goes with the first parcel, as far as that gets, and needs no stock", async () => {
    const order = await cashOrder({ quantity: 2 })
    const reserved = await query(
      databaseUrl(),
      "select line_item_id from reservation_item where line_item_id = any($1) and deleted_at is null",
      [order.items?.map(({ id }) => id)]
    )
    expect(reserved).toHaveLength(1)

    await fulfill(order.id, 1)
    expect(feesOf(await orderById(order.id))[0]?.detail).toMatchObject({
      fulfilled_quantity: 1,
    })
    await fulfill(order.id, 1)
    await expectStatus(order.id, "fulfilled")
    for (const { id } of await parcelsOf(order.id)) {
      await expectOk(
        admin.post(`/admin/orders/${order.id}/fulfillments/${id}/shipments`, {
          items: (await orderById(order.id)).items
            .filter(({ variant_id }) => variant_id)
            .map((item) => ({ id: item.id, quantity: 1 })),
        })
      )
    }
    await expectStatus(order.id, "shipped")
    for (const { id } of await parcelsOf(order.id)) {
      await expectOk(
        admin.post(
          `/admin/orders/${order.id}/fulfillments/${id}/mark-as-delivered`
        )
      )
    }
    await expectStatus(order.id, "delivered")
    const [fee] = feesOf(await orderById(order.id))
    expect(fee?.detail).toMatchObject({
      fulfilled_quantity: 1,
      shipped_quantity: 1,
      delivered_quantity: 1,
    })
  })

  it("goes with the next parcel when its own is canceled, and is delivered at once with it", async () => {
    const order = await cashOrder()
    await fulfill(order.id, 1)
    const [first] = await parcelsOf(order.id)
    await expectStatus(order.id, "fulfilled")
    await expectOk(
      admin.post(`/admin/orders/${order.id}/fulfillments/${first?.id}/cancel`)
    )
    expect(feesOf(await orderById(order.id))[0]?.detail).toMatchObject({
      fulfilled_quantity: 0,
    })
    await fulfill(order.id, 1)
    const [second] = await parcelsOf(order.id)
    await expectOk(
      admin.post(
        `/admin/orders/${order.id}/fulfillments/${second?.id}/mark-as-delivered`
      )
    )
    await expectStatus(order.id, "delivered")
    expect(feesOf(await orderById(order.id))[0]?.detail).toMatchObject({
      fulfilled_quantity: 1,
      delivered_quantity: 1,
    })
  })
})

describe("a customer with open orders", () => {
  const LIMIT = 2
  const MESSAGE = `Cash on delivery is not possible: ${LIMIT} orders still wait for their cash`

  it("gets no third one, until one is collected or canceled", async () => {
    const email = `Open-${randomUUID()}@store.test`
    const orders = []
    for (let number = 0; number < LIMIT; number++) {
      orders.push(await cashOrder({ email }))
    }
    const { cart } = await cartBeforePayment({ email: email.toUpperCase() })
    expect(refusalOf(await choosePayment(cart.id, CASH))).toEqual({
      status: 400,
      message: MESSAGE,
    })
    expect((await offerFor(cart.id)).reasons[0]?.code).toBe(
      "too_many_open_orders"
    )
    await expectOk(collect(admin, orders[0]?.id ?? ""))
    await cashOrder({ email })
    await expectOk(admin.post(`/admin/orders/${orders[1]?.id}/cancel`))
    await cashOrder({ email })
    expect((await choosePayment(cart.id, CASH)).status).toBe(400)
  })

  // The attack: many carts at once, each of which finds room.
  it("gets no more when five carts are completed at the same moment", async () => {
    const email = `race-${randomUUID()}@store.test`
    const carts = []
    for (let number = 0; number < 5; number++) {
      carts.push((await cashCart({ email })).cart.id)
    }
    const replies = await completeAtOnce(carts, [storeClient().url])
    const placed = replies.filter(({ body }) => body.type === "order")
    expect(placed).toHaveLength(LIMIT)
    const refused = replies.filter(({ body }) => body.type !== "order")
    expect(refused.map(refusalOf)).toEqual(
      Array(5 - LIMIT).fill({ status: 400, message: MESSAGE })
    )
    const [left] = await query<{ orders: number; reserved: number }>(
      databaseUrl(),
      `select (select count(*)::int from "order" where email = $1 and deleted_at is null) as orders,
        (select count(*)::int from reservation_item r join order_line_item l on l.id = r.line_item_id
          join order_item i on i.item_id = l.id join "order" o on o.id = i.order_id
          where o.email = $1 and r.deleted_at is null) as reserved`,
      [email]
    )
    expect(left).toEqual({ orders: LIMIT, reserved: LIMIT })

    // What was refused can still be paid in another way.
    const cartId = carts.find((_, index) => replies[index]?.status === 400)
    await expectOk(choosePayment(cartId ?? "", SYSTEM_PAYMENT))
    const sdk = storefront()
    const order = await completeCart(sdk, cartId ?? "")
    expect(order.total).toBe(TOTAL - FEE)
  })

  // The attack: logging in, or out, for another allowance.
  it("has one allowance, logged in or not", async () => {
    const customer = await freshCustomer()
    const sdk = storefront()
    await sdk.auth.login("customer", "emailpass", customer)
    await cashOrder({ email: customer.email })
    await cashOrder({ sdk, email: customer.email })
    const { cart } = await cartBeforePayment({ sdk, email: "else@store.test" })
    expect((await choosePayment(cart.id, CASH, customer)).status).toBe(400)
    const { cart: guests } = await cartBeforePayment({ email: customer.email })
    expect((await choosePayment(guests.id, CASH)).status).toBe(400)
  })
})
