import { adminClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { placedOrder } from "../../helpers/payments"
import { type Server, startServer } from "../../helpers/server"

describe("payment transactions switched off", () => {
  let database: Database
  let server: Server

  beforeAll(async () => {
    database = await seededDatabase()
    await query(
      database.url,
      `insert into payment_transaction (id, provider_id, action, outcome, cause, source)
       values ('paytx_kept', 'pp_system_default', 'capture', 'succeeded', 'admin', 'trigger')`
    )
    server = await startServer({
      name: "payment-transactions-off",
      env: { SUITE_FEATURES_OFF: "payment-transactions" },
      databaseUrl: database.url,
    })
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  it("has no routes and logs nothing, and keeps what was logged", async () => {
    const { url } = server
    const { customer, order } = await placedOrder({ url })
    const admin = await adminClient({ url })
    const replies = [
      await admin.get("/admin/payment-transactions"),
      await admin.get("/admin/payment-transactions/export"),
      await customer.client.get(`/store/orders/${order.id}/payments`),
      await customer.client.get("/store/customers/me/payments"),
    ]
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const rows = await query(database.url, "select id from payment_transaction")
    expect(rows).toEqual([{ id: "paytx_kept" }])
  })
})
