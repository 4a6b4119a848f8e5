import type { HttpTypes } from "@medusajs/types"
import type {
  AdminCashOrdersResponse,
  AdminCollectCashResponse,
} from "../../../src/types/cash-on-delivery"
import {
  cashBooks,
  cashOrder,
  collect,
  orderById,
} from "../../helpers/cash-on-delivery"
import { adminClient, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { waitFor } from "../../helpers/wait-for"

// Each places several orders, which takes its time on a busy machine.
jest.setTimeout(180_000)

const PATH = "/admin/cash-on-delivery"

describe("the list of cash to collect", () => {
  let admin: HttpClient
  let orders: HttpTypes.StoreOrder[]

  beforeAll(async () => {
    admin = await adminClient()
    orders = []
    for (const rupees of [700, 300, 500.25]) {
      const { variantId } = await createProduct({ stock: 3, rupees })
      orders.push(await cashOrder({ variantId }))
    }
  })

  const list = (search = "") =>
    expectOk(admin.get<AdminCashOrdersResponse>(`${PATH}?limit=100&${search}`))

  /** Those of this spec: others wait for their cash, too. */
  const mine = async (search = "") => {
    const ids = orders.map(({ id }) => id)
    const found = await list(search)
    return found.orders.filter(({ id }) => ids.includes(id))
  }

  it("has who owes how much, the longest waiting first", async () => {
    const found = await mine()
    expect(found.map(({ id }) => id)).toEqual(orders.map(({ id }) => id))
    expect(found[2]).toEqual({
      id: orders[2]?.id,
      display_id: orders[2]?.display_id,
      email: orders[2]?.email,
      name: "Asha Rao",
      phone: "+12025550123",
      city: "Springfield",
      postal_code: "400001",
      region_id: orders[2]?.region_id,
      amount: "628.25",
      currency_code: "inr",
      delivery: "not_shipped",
      placed_at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
    })
  })

  it("filters, searches, sorts and pages", async () => {
    const amounts = async (search: string) =>
      (await mine(search)).map(({ amount }) => amount)
    expect(await amounts("order=-amount")).toEqual([
      "828.00",
      "628.25",
      "428.00",
    ])
    expect(await amounts("order=amount")).toEqual([
      "428.00",
      "628.25",
      "828.00",
    ])
    const [first] = orders
    expect(await mine(`q=${first?.email?.toUpperCase()}`)).toHaveLength(1)
    expect(await mine(`q=%23${first?.display_id}`)).toHaveLength(1)
    expect(await mine(`q=${first?.id}`)).toHaveLength(1)
    expect(await mine("q=asha r")).toHaveLength(3)
    expect(await mine("q=%25")).toHaveLength(0)
    expect(await mine("currency_code=USD")).toHaveLength(0)
    expect(await mine(`region_id=${first?.region_id}`)).toHaveLength(3)
    expect(await mine("placed_at[$gte]=2999-01-01T00:00:00Z")).toHaveLength(0)
    expect(await mine("delivery=delivered&delivery=shipped")).toHaveLength(0)
    const page = await expectOk(
      admin.get<AdminCashOrdersResponse>(`${PATH}?limit=1&offset=1`)
    )
    expect(page).toMatchObject({ limit: 1, offset: 1 })
    expect(page.orders).toHaveLength(1)
    expect(page.count).toBeGreaterThanOrEqual(3)
  })

  it("knows how far the parcels are", async () => {
    const id = orders[1]?.id ?? ""
    const item = orders[1]?.items?.find(({ variant_id }) => variant_id)
    await expectOk(
      admin.post(`/admin/orders/${id}/fulfillments`, {
        items: [{ id: item?.id, quantity: 1 }],
      })
    )
    const { fulfillments } = await orderById(id)
    await expectOk(
      admin.post(
        `/admin/orders/${id}/fulfillments/${fulfillments?.[0]?.id}/mark-as-delivered`
      )
    )
    expect((await mine("delivery=delivered")).map(({ id }) => id)).toEqual([id])
  })

  it("is a file whose cells no spreadsheet runs", async () => {
    const id = orders[0]?.id
    await query(
      databaseUrl(),
      `update order_address set first_name = '=HYPERLINK("https://evil.test")'
        where id = (select shipping_address_id from "order" where id = $1)`,
      [id]
    )
    const reply = await admin.get<string>(`${PATH}/export?q=${id}`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(reply.headers.get("content-disposition")).toMatch(
      /^attachment; filename="cash-to-collect-\d{4}-\d\d-\d\d\.csv"$/
    )
    const [header, line, ...more] = reply.body.trim().split("\r\n")
    expect(header).toBe(
      "placed_at,display_id,id,amount,currency_code,delivery,name,email,phone,city,postal_code,region_id"
    )
    expect(line).toContain(`,${id},828.00,inr,not_shipped,`)
    expect(line).toContain(`"'=HYPERLINK(""https://evil.test"") Rao"`)
    expect(line).toContain(",'+12025550123,")
    expect(more).toEqual([])
  })

  it("loses what is collected, one or many, and says what it is refused for", async () => {
    const [one, two, three] = orders.map(({ id }) => id)
    await expectOk(admin.post(`/admin/orders/${three}/cancel`))
    const answer = await expectOk(
      admin.post<AdminCollectCashResponse>(`${PATH}/collect`, {
        ids: [one, "order_nobodys", three, two],
      })
    )
    expect(answer).toEqual({
      collected: [one, two],
      refused: [
        {
          id: "order_nobodys",
          message:
            "Order with id order_nobodys to be paid on delivery was not found",
        },
        {
          id: three,
          message: "The cash of the order cannot be collected: it was canceled",
        },
      ],
    })
    expect(await mine()).toEqual([])
    expect(await cashBooks(two ?? "")).toMatchObject({ booked: 428 })
    // Once their facts are known, they are put aside for good.
    await waitFor(
      async () =>
        (
          await query(
            databaseUrl(),
            "select 1 from cash_on_delivery_order where order_id = any($1) and closed_at is not null",
            [[one, two, three]]
          )
        ).length === 3,
      { what: "settled orders to be put aside", timeoutMs: 90_000 }
    )
    expect((await collect(admin, one ?? "")).status).toBe(200)
  })

  it.each([
    ["limit=101", /limit/],
    ["offset=-1", /offset/],
    ["order=email", /order/],
    ["delivery=lost", /delivery/],
    ["region_id=' or 1=1 --", /region_id/],
    ["currency_code=euro", /currency_code/],
    ["placed_at=yesterday", /placed_at/],
    ["placed_at[$gte]=2026-02-31T00:00:00Z", /placed_at\.\$gte/],
    ["q=%00", /q:/],
    ["secret=1", /secret/],
  ])("answers %s with 400 that names it", async (search, names) => {
    for (const path of [PATH, `${PATH}/export`]) {
      const { status, body } = await admin.get(`${path}?${search}`)
      expect(status).toBe(400)
      expect(body.message).toMatch(
        path === PATH || !/limit|offset|order=/.test(search) ? names : /Invalid/
      )
    }
  })

  it.each([
    [{}, /ids/],
    [{ ids: [] }, /ids/],
    [{ ids: "order_1" }, /ids/],
    [{ ids: ["a", "a"] }, /ids: must not repeat/],
    [{ ids: [7] }, /ids/],
    [{ ids: Array.from({ length: 51 }, (_, n) => `order_${n}`) }, /ids/],
    [{ ids: ["order_1"], amount: 1 }, /amount/],
  ])("answers 400 when %j is collected", async (body, names) => {
    const reply = await admin.post(`${PATH}/collect`, body)
    expect(reply.status).toBe(400)
    expect(reply.body.message).toMatch(names)
  })

  // The attack: a webhook in the name of a provider that has no gateway.
  it("takes no webhooks", async () => {
    const { status } = await storeClient().post(
      "/hooks/payment/cash-on-delivery_cash-on-delivery",
      { type: "captured" }
    )
    expect(status).toBe(401)
  })
})
