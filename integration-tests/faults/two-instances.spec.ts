import { randomUUID } from "node:crypto"
import { cartReadyToPay } from "../helpers/carts"
import { adminClient } from "../helpers/clients"
import { query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import { expectOk } from "../helpers/http"
import { describeWithRedis } from "../helpers/optional"
import { inLanes, Pair } from "../helpers/pair"
import { freePort } from "../helpers/ports"
import { createProduct } from "../helpers/products"
import { completeAtOnce, outcomeOf, stockOutcome } from "../helpers/race"
import { type Redis, startRedis } from "../helpers/redis"
import { spawnServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const AT_ONCE = 8
const ROUNDS = isFull() ? 200 : 4
const MINUTE = 60_000
const LIMIT = (isFull() ? 120 : 4) * MINUTE

/** Each round: one cart, completed several times at once; tells the rounds that went wrong. */
async function raceForOneCart({ urls, database }: Pair, rounds: number) {
  const url = urls[0]
  const { variantId } = await createProduct({ stock: rounds + 5, url })
  const violations: unknown[] = []
  for (let round = 0; round < rounds; round++) {
    const { cart } = await cartReadyToPay({ url, variantId })
    const ids = Array.from({ length: AT_ONCE }, () => cart.id)
    const replies = await completeAtOnce(ids, urls)
    const answers = new Set(
      replies.map(({ status, body }) => `${status} ${body.order?.id}`)
    )
    const outcome = await outcomeOf(database.url, cart)
    const isRight =
      answers.size === 1 &&
      [...answers][0]?.startsWith("200 order_") &&
      JSON.stringify(outcome) ===
        JSON.stringify({
          orders: 1,
          links: 1,
          completed: true,
          payments: 1,
          canceled: 0,
        })
    if (!isRight) {
      violations.push({ round, answers: [...answers], outcome })
    }
  }
  return violations
}

/** Each round: one more unit comes in, and several carts want it at once; who got none tries again in the next. */
async function raceForTheLastUnit({ urls, database }: Pair, rounds: number) {
  const url = urls[0]
  const product = await createProduct({ stock: 0, url })
  const admin = await adminClient({ url })
  const level = `/admin/inventory-items/${product.inventoryItemId}/location-levels/${product.locationId}`
  const violations: unknown[] = []
  let carts: string[] = []
  for (let round = 1; round <= rounds; round++) {
    await expectOk(admin.post(level, { stocked_quantity: round }))
    while (carts.length < AT_ONCE) {
      const { variantId } = product
      carts.push((await cartReadyToPay({ url, variantId })).cart.id)
    }
    const replies = await completeAtOnce(carts, urls)
    const statuses = replies.map(({ status }) => status)
    carts = carts.filter((_, number) => statuses[number] !== 200)
    const stock = await stockOutcome(database.url, product.inventoryItemId)
    const canceled = await query(
      database.url,
      "select from payment where canceled_at is not null"
    )
    const isRight =
      carts.length === AT_ONCE - 1 &&
      statuses.every((status) => status < 500) &&
      stock?.stocked === round &&
      stock.reserved === round &&
      stock.promised === round &&
      canceled.length === 0
    if (!isRight) {
      violations.push({ round, statuses, stock, canceled: canceled.length })
    }
  }
  return violations
}

describeWithRedis("two instances with Redis", () => {
  let redis: Redis
  let pair: Pair

  beforeAll(async () => {
    redis = await startRedis()
    pair = new Pair("redis", await seededDatabase())
    await pair.start({ REDIS_URL: redis.url })
    await pair.start({ REDIS_URL: redis.url })
    await waitFor(() => pair.hasIndex(), { what: "the unique index" })
  }, 180_000)

  afterAll(async () => {
    await pair?.end()
    await redis?.stop()
  })

  it(
    `make one order of one cart that is completed ${AT_ONCE} times at once, in ${ROUNDS} rounds`,
    async () => {
      expect(await inLanes(raceForOneCart, pair, ROUNDS)).toEqual([])
    },
    LIMIT
  )

  it(
    `sell the last unit to one of ${AT_ONCE} carts at once, in ${ROUNDS} rounds`,
    async () => {
      expect(await inLanes(raceForTheLastUnit, pair, ROUNDS)).toEqual([])
    },
    LIMIT
  )
})

describe("two instances without Redis", () => {
  let pair: Pair

  beforeAll(async () => {
    pair = new Pair("memory", await seededDatabase())
    await pair.start({})
    await waitFor(() => pair.hasIndex(), { what: "the unique index" })
  }, 120_000)

  afterAll(() => pair?.end())

  const spawnSecond = async (env: Record<string, string>) =>
    spawnServer({
      name: `two-memory-second-${randomUUID().slice(0, 4)}`,
      databaseUrl: pair.database.url,
      port: await freePort(),
      env,
    })

  it("are refused: the second waits as long as a deploy takes, then ends and names the fix", async () => {
    const second = await spawnSecond({ SUITE_ROLLING_DEPLOY_SECONDS: "2" })
    await waitFor(() => second.hasEnded(), {
      what: "the refusal",
      timeoutMs: 60_000,
    })
    const log = second.log()
    expect(log).toContain("waiting up to 2 s for it to end")
    expect(log).toMatch(/refuses to start: several-instances: .*REDIS_URL/)
    expect(log).not.toContain("Server is ready")
  }, 90_000)

  // The worst case: an operator overrides the refusal, so no lock of Medusa's meets the other's.
  it(
    "that an operator allowed nevertheless still make one order of a cart, and every loser gets it",
    async () => {
      const env = { SUITE_DOCTOR_OVERRIDE: "several-instances" }
      const second = await pair.start(env)
      expect(second.log()).toContain("overridden, at your own risk")
      const rounds = Math.min(ROUNDS, 20)
      expect(await inLanes(raceForOneCart, pair, rounds)).toEqual([])
      expect(await inLanes(raceForTheLastUnit, pair, rounds)).toEqual([])
      pair.servers.pop()
      await second.stop()
    },
    LIMIT
  )

  it("follow one another in a rolling deploy, also after a crash", async () => {
    const second = await spawnSecond({})
    await waitFor(() => second.log().includes("waiting up to 60 s"), {
      what: "the second to wait",
      timeoutMs: 60_000,
    })
    await pair.servers.pop()?.kill()
    await waitFor(() => second.log().includes("Server is ready"), {
      what: "the second to take over",
      timeoutMs: 60_000,
    })
    await second.stop()
  }, 130_000)
})
