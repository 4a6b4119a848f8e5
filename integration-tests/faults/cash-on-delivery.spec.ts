import { cashBooks, cashOrder, collect } from "../helpers/cash-on-delivery"
import { adminClient } from "../helpers/clients"
import { type Database, query, seededDatabase } from "../helpers/database"
import { freePort } from "../helpers/ports"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const MINUTE = 60_000

/** Lets a write to a table take so long that a server can be killed in the middle of it. */
const slowDown = (table: string) => `
  create function spec_wait() returns trigger language plpgsql as
    $$ begin perform pg_sleep(4); return new; end $$;
  create trigger spec_wait before insert on ${table} for each row execute function spec_wait()`

const SPEED_UP = "drop function spec_wait cascade"

describe("a server that is killed while it writes down that cash was collected", () => {
  let database: Database
  let server: Server
  let port: number

  const start = async (name: string) => {
    server = await startServer({
      name: `cash-on-delivery-killed-${name}`,
      databaseUrl: database.url,
      port,
    })
  }

  beforeAll(async () => {
    port = await freePort()
    database = await seededDatabase()
    await start("first")
  }, 2 * MINUTE)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  const waiting = (table: string) =>
    waitFor(
      async () =>
        (
          await query(
            database.url,
            `select 1 from pg_stat_activity where state = 'active'
              and wait_event = 'PgSleep' and query ilike $1`,
            [`%${table}%`]
          )
        ).length > 0,
      { what: `the write to ${table}` }
    )

  it.each(["payment", "capture", "order_transaction"])(
    "leaves an order that is collected once by saying so again (%s)",
    async (table) => {
      const order = await cashOrder({ url: server.url })
      await query(database.url, slowDown(table))
      const admin = await adminClient({ url: server.url })
      const lost = collect(admin, order.id).catch(() => undefined)
      await waiting(table)
      await server.kill()
      await lost
      await query(database.url, SPEED_UP)
      await start(table)

      const again = await adminClient({ url: server.url })
      const replies = await Promise.all(
        [1, 2].map(() => collect(again, order.id))
      )
      expect(replies.map(({ status }) => status)).toEqual([200, 200])
      expect(await cashBooks(order.id, database.url)).toEqual({
        sessions: ["authorized"],
        payments: 1,
        captured: order.total,
        booked: order.total,
        total: order.total,
      })
    },
    2 * MINUTE
  )
})
