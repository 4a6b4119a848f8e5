import { adminClient, anonymousClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"

describe("with payment webhooks switched off", () => {
  let server: Server
  let database: Database
  beforeAll(async () => {
    database = await seededDatabase()
    server = await startServer({
      name: "payment-webhooks-off",
      databaseUrl: database.url,
      env: { SUITE_FEATURES_OFF: "payment-webhooks" },
    })
  })
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  it("Medusa's own route answers as ever, the admin's are gone, and nothing is stored", async () => {
    const { url } = server
    const admin = await adminClient({ url })
    // Only Medusa's own route says yes to a provider that nobody knows.
    const hook = await anonymousClient({ url }).post("/hooks/payment/nobody", {
      a: 1,
    })
    expect({ status: hook.status, body: hook.body }).toEqual({
      status: 200,
      body: "OK",
    })
    const replies = [
      await admin.get("/admin/payment-webhooks"),
      await admin.get("/admin/payment-webhooks/pwh_1"),
      await admin.post("/admin/payment-webhooks/replay", { ids: ["pwh_1"] }),
      await admin.post("/admin/payment-webhooks/pwh_1/replay"),
    ]
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(await query(database.url, "select id from payment_webhook")).toEqual(
      []
    )
  })
})
