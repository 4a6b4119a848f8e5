import { cartReadyToPay, completeCart } from "../helpers/carts"
import { type Database, query, seededDatabase } from "../helpers/database"
import { type Server, startServer } from "../helpers/server"
import { storefront } from "../helpers/storefront"

describe("a server that is killed", () => {
  let database: Database
  let server: Server

  const start = (name: string) =>
    startServer({ name: `killed-${name}`, databaseUrl: database.url })

  beforeAll(async () => {
    database = await seededDatabase()
    server = await start("before")
  }, 120_000)

  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  it("leaves a cart that the next server turns into one order, however often it is asked", async () => {
    const { cart } = await cartReadyToPay({ url: server.url })
    await server.kill()
    server = await start("after")

    const sdk = storefront({ url: server.url })
    const order = await completeCart(sdk, cart.id)
    const again = await completeCart(sdk, cart.id)

    expect(order.total).toBe(cart.total)
    expect(again.id).toBe(order.id)
    const orders = await query(
      database.url,
      `SELECT id FROM "order" WHERE email = $1`,
      [cart.email]
    )
    expect(orders).toEqual([{ id: order.id }])
  }, 120_000)
})
