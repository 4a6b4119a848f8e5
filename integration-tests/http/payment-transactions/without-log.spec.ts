/** The attack: a log that breaks, or goes, and takes the shop down with it. */
import { adminClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import { placedOrder, refundedOrder } from "../../helpers/payments"
import { type Server, startServer } from "../../helpers/server"

const LOGGED = `select log.id from payment_transaction log
  join order_payment_collection link using (payment_collection_id) where order_id = $1`
const TRIGGERS = `select from pg_trigger where tgname like 'suite_payment_transaction_%'`

describe("a shop without its log of payments", () => {
  let database: Database
  let server: Server

  const start = async (name: string, env = {}) => {
    server = await startServer({ name, env, databaseUrl: database.url })
  }

  beforeAll(async () => {
    database = await seededDatabase()
    await start("payment-transactions-broken")
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  it("takes, captures and refunds payments while the log's table is gone", async () => {
    const { url } = server
    await query(database.url, "alter table payment_transaction rename to gone")
    const { paymentId } = await refundedOrder({ url })
    const admin = await adminClient({ url })
    const { payment } = await expectOk(
      admin.get<{ payment: object }>(`/admin/payments/${paymentId}`)
    )
    expect(payment).toMatchObject({ captured_at: expect.any(String) })

    await query(database.url, "alter table gone rename to payment_transaction")
    const { order } = await placedOrder({ url })
    expect(await query(database.url, LOGGED, [order.id])).toHaveLength(2)
    expect(await query(database.url, TRIGGERS)).toHaveLength(4)
  })

  it("has neither routes nor triggers when it is switched off, and keeps what was logged", async () => {
    await server.stop()
    await start("payment-transactions-off", {
      SUITE_FEATURES_OFF: "payment-transactions",
    })
    const { url } = server
    const { customer, order } = await refundedOrder({ url })
    const admin = await adminClient({ url })
    const replies = [
      await admin.get("/admin/payment-transactions"),
      await admin.get("/admin/payment-transactions/export"),
      await customer.client.get(`/store/orders/${order.id}/payments`),
      await customer.client.get("/store/customers/me/payments"),
    ]
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(await query(database.url, TRIGGERS)).toEqual([])
    const kept = await query(database.url, "select id from payment_transaction")
    expect(kept).toHaveLength(2)
  })
})
