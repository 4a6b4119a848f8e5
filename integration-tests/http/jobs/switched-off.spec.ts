/** The attack: a queue that nobody works off any more, and that every order makes longer. */
import { adminClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { placedOrder } from "../../helpers/payments"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"

const OFF =
  "jobs,accounts,digital-products,facts,login-events,messages,payment-transactions,payment-webhooks,reconciliation,sessions,sign-in,two-factor"
const TRIGGERS = `select tgname from pg_trigger
  where tgname like 'commerce_suite_facts_%' or tgname like 'suite_payment_transaction_%'
    or tgname like 'commerce_suite_digital_%'`
const INDEX = `select from pg_class where relname = 'commerce_suite_one_order_per_cart'`
const JOBS = "select id from graphile_worker.jobs"

describe("with the queue switched off", () => {
  let database: Database
  let server: Server

  const start = async (name: string, env = {}) => {
    server = await startServer({ name, env, databaseUrl: database.url })
  }

  beforeAll(async () => {
    database = await seededDatabase()
    await start("jobs-on")
    await waitFor(
      async () => (await query(database.url, TRIGGERS)).length > 0,
      { what: "the triggers" }
    )
    await server.stop()
    await start("jobs-off", { SUITE_FEATURES_OFF: OFF })
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  it("nothing of Medusa's feeds it, while what needs no queue stays", async () => {
    await waitFor(
      async () => (await query(database.url, TRIGGERS)).length === 0,
      { what: "the triggers to go" }
    )
    expect(await query(database.url, INDEX)).toHaveLength(1)
    const before = await query(database.url, JOBS)
    const { order } = await placedOrder({ url: server.url })
    expect(order.id).toMatch(/^order_/)
    expect(await query(database.url, JOBS)).toEqual(before)
  })

  it("its routes are gone, and those of what needs it", async () => {
    const admin = await adminClient({ url: server.url })
    const gone = [
      "/admin/jobs",
      "/admin/login-events",
      "/admin/messages",
      "/admin/messages/suppressions",
      "/admin/digital-products/grants",
      "/downloads",
      "/admin/two-factor",
    ]
    for (const path of gone) {
      expect((await admin.get(path)).status).toBe(404)
    }
  })
})
