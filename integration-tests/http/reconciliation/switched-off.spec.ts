import { adminClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"

describe("with reconciliation switched off", () => {
  let server: Server
  let database: Database
  beforeAll(async () => {
    database = await seededDatabase()
    server = await startServer({
      name: "reconciliation-off",
      databaseUrl: database.url,
      env: { SUITE_FEATURES_OFF: "reconciliation" },
    })
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  it("nothing is looked for, and the admin's routes are gone", async () => {
    const admin = await adminClient({ url: server.url })
    const path = "/admin/reconciliation"
    const replies = [
      await admin.get(path),
      await admin.get(`${path}/recase_1`),
      await admin.post(`${path}/recase_1/retry`),
      await admin.post(`${path}/recase_1/dismiss`, { reason: "x" }),
      await admin.post(`${path}/recase_1/confirm`),
    ]
    expect(replies.map(({ status }) => status)).toEqual([
      404, 404, 404, 404, 404,
    ])
    const [crons] = await query<{ count: number }>(
      database.url,
      `select count(*)::int as count from graphile_worker._private_known_crontabs
       where identifier = 'reconciliation-run'`
    )
    expect(crons?.count).toBe(0)
  })
})
