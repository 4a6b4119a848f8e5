/** The attack: reading somebody else's payments, or more about one's own than a shopper may know. */
import { randomUUID } from "node:crypto"
import type { StorePaymentsResponse } from "../../../src/types/payment-transactions"
import { freshCustomer, storeClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import {
  type PaidOrder,
  placedOrder,
  refundedOrder,
} from "../../helpers/payments"

describe("a shopper's payments", () => {
  let paid: PaidOrder

  beforeAll(async () => {
    paid = await refundedOrder()
  })

  const pathOf = ({ order }: PaidOrder) => `/store/orders/${order.id}/payments`

  it("are nobody else's to see", async () => {
    const stranger = await freshCustomer()
    expect((await storeClient().get(pathOf(paid))).status).toBe(401)
    const foreign = await stranger.client.get(pathOf(paid))
    const missing = await stranger.client.get(
      `/store/orders/order_${randomUUID()}/payments`
    )
    expect([foreign.status, missing.status]).toEqual([404, 404])
    expect(foreign.body.type).toEqual(missing.body.type)
    expect(await list(stranger)).toMatchObject({ payments: [], count: 0 })
  })

  it("are the owner's to see, with what moved when and no more", async () => {
    const { payments } = await expectOk(
      paid.customer.client.get<StorePaymentsResponse>(pathOf(paid))
    )
    expect(payments.map(({ action, state }) => [action, state])).toEqual([
      ["create", "pending"],
      ["authorize", "authorized"],
      ["capture", "captured"],
      ["refund", "partially_refunded"],
    ])
    expect(payments[3]).toEqual({
      id: expect.stringMatching(/^paytx_/),
      order_id: paid.order.id,
      provider_id: "pp_system_default",
      action: "refund",
      outcome: "succeeded",
      amount: 1,
      currency_code: paid.order.currency_code,
      state: "partially_refunded",
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
  })

  it("of one order come in pages, too", async () => {
    const page = await expectOk(
      paid.customer.client.get<StorePaymentsResponse>(
        `${pathOf(paid)}?limit=1&offset=2`
      )
    )
    expect(page).toMatchObject({ count: 4, limit: 1, offset: 2 })
    expect(page.payments.map(({ action }) => action)).toEqual(["capture"])
  })

  it("are listed over all orders, newest first, in pages", async () => {
    const { order } = await placedOrder({ customer: paid.customer })
    const first = await list(paid.customer, "?limit=2")
    expect(first).toMatchObject({ count: 6, limit: 2, offset: 0 })
    expect(first.payments.map(({ order_id }) => order_id)).toEqual([
      order.id,
      order.id,
    ])
    const rest = await list(paid.customer, "?limit=100&offset=2")
    expect(rest.payments).toHaveLength(4)
  })

  it.each([
    ["/store/customers/me/payments?limit=101", /limit/],
    ["/store/customers/me/payments?offset=x", /offset/],
    ["/store/customers/me/payments?customer_id=cus_1", /customer_id/],
    ["/store/orders/order_1/payments?fields=error", /fields/],
    ["/store/orders/order_1/payments?limit=101", /limit/],
    ["/store/orders/a%00b/payments", /NUL/],
  ])("are not to be had by %s", async (path, named) => {
    const reply = await paid.customer.client.get(path)
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).toMatch(named)
  })

  const list = (customer: PaidOrder["customer"], search = "") =>
    expectOk(
      customer.client.get<StorePaymentsResponse>(
        `/store/customers/me/payments${search}`
      )
    )
})
