import { adminClient, storeClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"
import { createTestimonial } from "../../helpers/testimonials"

describe("with testimonials switched off", () => {
  let server: Server
  afterEach(() => server.stop())

  it("answers 404 on every path, tells the admin, and keeps the data", async () => {
    server = await startServer({
      name: "testimonials-off",
      env: { SUITE_FEATURES_OFF: "testimonials" },
    })
    const { url, databaseUrl } = server
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
    const [table] = await query<{ count: string }>(
      databaseUrl,
      "select count(*) from testimonial"
    )
    expect(table).toBeDefined()
    await expect(createTestimonial({}, { url })).rejects.toThrow("404")
  })
})
