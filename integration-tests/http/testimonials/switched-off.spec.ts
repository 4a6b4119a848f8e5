import { adminClient, storeClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"

describe("with testimonials switched off", () => {
  let server: Server
  let database: Database
  beforeAll(async () => {
    database = await seededDatabase()
  })
  afterAll(async () => {
    await server.stop()
    await database.drop()
  })

  it("answers 404 on every path, tells the admin, and keeps the data", async () => {
    await query(
      database.url,
      "insert into testimonial (id, name, feedback, rating, source, status, placements) values ('testi_kept', 'Kept', 'Good.', 5, 'admin', 'approved', '{}')"
    )
    server = await startServer({
      name: "testimonials-off",
      databaseUrl: database.url,
      env: { SUITE_FEATURES_OFF: "testimonials" },
    })
    const { url } = server
    const admin = await adminClient({ url })
    const store = storeClient({ url })
    const replies = [
      await store.get("/store/testimonials"),
      await store.post("/store/testimonials", { rating: 9 }),
      await admin.get("/admin/testimonials"),
      await admin.post("/admin/testimonials", {}),
      await admin.post("/admin/testimonials/testi_1/approve"),
    ]
    expect(replies.map(({ status }) => status)).toEqual([
      404, 404, 404, 404, 404,
    ])
    const { body } = await admin.get("/admin/commerce-suite")
    expect(body.features).toMatchObject({ testimonials: false })
    const rows = await query<{ name: string }>(
      database.url,
      "select name from testimonial"
    )
    expect(rows).toEqual([{ name: "Kept" }])
  })
})
