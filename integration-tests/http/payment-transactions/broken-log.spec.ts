/** The attack: a log that breaks, and takes the shop down with it. */
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import { placedOrder, refundedOrder } from "../../helpers/payments"
import { type Server, startServer } from "../../helpers/server"

describe("a shop whose log is gone", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({ name: "payment-transactions-broken" })
  }, 180_000)
  afterAll(() => server?.stop())

  it("takes, captures and refunds payments all the same", async () => {
    const { url, databaseUrl } = server
    await query(databaseUrl, "alter table payment_transaction rename to gone")
    const { paymentId } = await refundedOrder({ url })
    const admin = await adminClient({ url })
    const { payment } = await expectOk(
      admin.get<{ payment: object }>(`/admin/payments/${paymentId}`)
    )
    expect(payment).toMatchObject({ captured_at: expect.any(String) })
    await query(databaseUrl, "alter table gone rename to payment_transaction")
    const { order } = await placedOrder({ url })
    const rows = await query(
      databaseUrl,
      `select from payment_transaction log join order_payment_collection link using (payment_collection_id)
       where order_id = $1`,
      [order.id]
    )
    expect(rows).toHaveLength(2)
  })
})
