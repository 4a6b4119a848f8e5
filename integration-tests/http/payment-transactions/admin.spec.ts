import { randomUUID } from "node:crypto"
import type { AdminPaymentTransactionsResponse } from "../../../src/types/payment-transactions"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import type { HttpClient } from "../../helpers/http"
import { expectOk } from "../../helpers/http"
import {
  type PaidOrder,
  refundedOrder,
  transactionsOf,
} from "../../helpers/payments"

const PATH = "/admin/payment-transactions"

describe("the log of payment transactions", () => {
  let admin: HttpClient
  let paid: PaidOrder

  beforeAll(async () => {
    admin = await adminClient()
    paid = await refundedOrder()
  })

  const list = (search: string) =>
    expectOk(admin.get<AdminPaymentTransactionsResponse>(`${PATH}?${search}`))

  it("shows every attempt of an order paid with a provider that is not the suite's, with who made it", async () => {
    const { user } = await expectOk(
      admin.get<{ user: { id: string } }>("/admin/users/me")
    )
    const rows = await transactionsOf(paid.order.id)
    const shopper = ["storefront", "customer", paid.customer.id]
    const clerk = ["admin", "user", user.id]
    expect(
      rows.map(
        ({ action, outcome, state_after, cause, actor_type, actor_id }) => [
          action,
          outcome,
          state_after,
          cause,
          actor_type,
          actor_id,
        ]
      )
    ).toEqual([
      ["create", "succeeded", "pending", ...shopper],
      ["authorize", "succeeded", "authorized", ...shopper],
      ["capture", "succeeded", "captured", ...clerk],
      ["refund", "succeeded", "partially_refunded", ...clerk],
    ])
    expect(rows[1]).toMatchObject({
      provider_id: "pp_system_default",
      payment_id: paid.paymentId,
      order_id: paid.order.id,
      currency_code: paid.order.currency_code,
      amount: String(paid.order.total),
      source: "trigger",
    })
    const requests = new Set(rows.map(({ request_id }) => request_id))
    expect(requests.size).toBe(4)
    expect(requests).not.toContain(null)
  })

  it("filters, searches, sorts and pages", async () => {
    const order = `order_id=${paid.order.id}`
    expect((await list(`${order}&action=capture&action=refund`)).count).toBe(2)
    expect((await list(`${order}&cause=storefront`)).count).toBe(2)
    expect((await list(`${order}&outcome=refused`)).count).toBe(0)
    expect((await list(`${order}&provider_id=pp_system_default`)).count).toBe(4)
    expect((await list(`${order}&currency_code=XXX`)).count).toBe(0)
    expect((await list(`q=${paid.paymentId}`)).count).toBe(3)
    expect(
      (await list(`${order}&created_at[$gte]=2999-01-01T00:00:00Z`)).count
    ).toBe(0)
    const page = await list(`${order}&order=-amount&limit=1&offset=3`)
    expect(page).toMatchObject({ count: 4, limit: 1, offset: 3 })
    expect(page.payment_transactions).toMatchObject([
      { action: "refund", amount: "1" },
    ])
  })

  it("exports the same rows as a file whose cells no spreadsheet runs", async () => {
    await query(
      databaseUrl(),
      `update payment_transaction set error = $2, gateway_payment_id = $3
       where payment_id = $1 and action = 'refund'`,
      [paid.paymentId, '=HYPERLINK("https://evil.test")', `gw_${randomUUID()}`]
    )
    const reply = await admin.get<string>(
      `${PATH}/export?order_id=${paid.order.id}`
    )
    expect(reply.status).toBe(200)
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(reply.headers.get("content-disposition")).toMatch(
      /^attachment; filename="payment-transactions-\d{4}-\d\d-\d\d\.csv"$/
    )
    const [header, ...lines] = reply.body.trim().split("\r\n")
    expect(header).toMatch(/^created_at,finished_at,id,order_id,/)
    expect(lines).toHaveLength(4)
    expect(lines[0]).toContain(`,refund,succeeded,1,`)
    expect(lines[0]).toContain(`"'=HYPERLINK(""https://evil.test"")"`)
  })

  it.each([
    ["limit=101", /limit/],
    ["limit=0", /limit/],
    ["offset=-1", /offset/],
    ["order=actor_id", /order/],
    ["order[amount]=asc", /order/],
    ["action=steal", /action/],
    ["outcome[$ne]=refused", /outcome/],
    ["cause=nobody", /cause/],
    ["order_id=' or 1=1 --", /order_id/],
    ["provider_id=a%00b", /provider_id/],
    ["currency_code=euro", /currency_code/],
    ["created_at=yesterday", /created_at/],
    ["created_at[$gte]=2026-02-31T00:00:00Z", /created_at\.\$gte/],
    ["created_at[$ne]=2026-01-01T00:00:00Z", /created_at/],
    ["q=%00", /q:/],
    ["q=", /q:/],
    ["deleted_at=1", /deleted_at/],
  ])(
    "refuses %s and names it, in the list and in the export",
    async (search, named) => {
      for (const path of [PATH, `${PATH}/export`]) {
        const reply = await admin.get(`${path}?${search}`)
        expect(reply.status).toBe(400)
        expect(JSON.stringify(reply.body)).toMatch(named)
      }
    }
  )
})
