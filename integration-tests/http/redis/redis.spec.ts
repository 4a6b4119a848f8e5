import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { adminClient } from "../../helpers/clients"
import { type Database, seededDatabase } from "../../helpers/database"
import { expectOk, httpClient } from "../../helpers/http"
import { describeWithRedis } from "../../helpers/optional"
import { type Redis, startRedis } from "../../helpers/redis"
import { type Server, startServer } from "../../helpers/server"

describeWithRedis("a store with REDIS_URL", () => {
  let redis: Redis
  let database: Database
  let server: Server

  const start = (name: string) =>
    startServer({
      name: `redis-${name}`,
      databaseUrl: database.url,
      env: { REDIS_URL: redis.url },
    })

  beforeAll(async () => {
    redis = await startRedis()
    database = await seededDatabase()
    server = await start("first")
  }, 180_000)

  afterAll(async () => {
    await server?.stop()
    await database?.drop()
    await redis?.stop()
  })

  it("connects bus, workflow engine, locks and caches to it", () => {
    const modules = [
      "event-bus-redis",
      "workflow-engine-redis",
      "locking-redis",
      "cache-redis",
    ]
    const log = server.log()
    const connected = modules.filter((name) =>
      log
        .split("\n")
        .some(
          (line) => line.includes("Connection to Redis") && line.includes(name)
        )
    )
    expect(connected).toEqual(modules)
    expect(log).toContain("Redis cache connection established")
  })

  it("places an order, with the queues of events and workflows in Redis", async () => {
    const { sdk, cart } = await cartReadyToPay({ url: server.url })
    const order = await completeCart(sdk, cart.id)

    expect(order.total).toBe(cart.total)
    const queues = [
      "RedisEventBusService:events-queue:*",
      "bull:medusa-workflows*",
    ]
    for (const queue of queues) {
      expect(await redis.keys(queue)).not.toEqual([])
    }
  })

  it("keeps an admin logged in when the server is replaced", async () => {
    const admin = await adminClient({ url: server.url })
    const login = await admin.post("/auth/session")
    const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? ""
    expect(await redis.keys("sess:*")).toHaveLength(1)

    await server.stop()
    server = await start("second")

    const browser = httpClient(server.url, { cookie })
    const { user } = await expectOk(
      browser.get<{ user: { email: string } }>("/admin/users/me")
    )
    expect(user.email).toContain("@")
  }, 120_000)
})
