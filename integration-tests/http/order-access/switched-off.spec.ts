/** Off, Medusa is as it was: an order opens by its id. */
import { storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { ageOrder } from "../../helpers/order-access"
import { placedOrder } from "../../helpers/payments"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

describe("with order-access switched off", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "order-access-off",
      env: { SUITE_FEATURES_OFF: "order-access" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  it("an old order opens by its id, and its mail has no link", async () => {
    const { url, databaseUrl } = server
    const { id } = (await placedOrder({ url })).order
    const [message] = await waitFor(
      async () => {
        const rows = await query<{ text: string }>(
          databaseUrl,
          "select text from message where order_id = $1 and template = 'order-placed' and text is not null",
          [id]
        )
        return rows.length > 0 ? rows : undefined
      },
      { what: "the confirmation", timeoutMs: 30_000 }
    )
    expect(message?.text).not.toContain("/confirmed")
    await ageOrder(id, databaseUrl)
    const { status } = await storeClient({ url }).get(`/store/orders/${id}`)
    expect(status).toBe(200)
  })
})
