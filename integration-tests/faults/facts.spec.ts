import { randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { appWith } from "../helpers/app"
import type { ReadyCart } from "../helpers/carts"
import { adminClient } from "../helpers/clients"
import { type Database, query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import {
  attemptsOf,
  consumerTask,
  createEffects,
  type Effect,
  effectsOf,
  untilQuiet,
} from "../helpers/facts"
import { expectOk } from "../helpers/http"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import {
  type Behaviour,
  cartThatPays,
  offerSpecPayment,
  specPaymentFiles,
} from "../helpers/spec-payment"
import { waitFor } from "../helpers/wait-for"

const KILLS = isFull() ? 19 : 3
const HEAL_LIMIT = 120_000
const CROWD: Behaviour[] = ["authorize", "capture", "authorize", "decline"]
/** Where the server dies by itself, at a point that is the same in every run. */
const POINTS: { behaviour: Behaviour; after?: number }[] = [
  { behaviour: "die-once-authorized", after: 3 },
  { behaviour: "die-before-authorizing" },
  { behaviour: "die-once-authorized", after: 40 },
]

describe("what happens to an order", () => {
  let database: Database
  let directory: string
  let server: Server
  let variantId: string
  const declined: string[] = []
  const acknowledged: string[] = []

  async function start(name: string) {
    server = await startServer({
      name: `facts-${name}`,
      databaseUrl: database.url,
      directory,
    })
  }

  const buy = (behaviour: Behaviour, after?: number) =>
    cartThatPays({ url: server.url, variantId, behaviour, after })

  beforeAll(async () => {
    directory = appWith({
      ...specPaymentFiles(),
      "src/tasks/spec-consume.js": consumerTask("../utils/task-kit"),
    })
    database = await seededDatabase()
    await createEffects(database.url)
    await start("first")
    await offerSpecPayment(server.url)
    variantId = (await createProduct({ stock: 1000, url: server.url }))
      .variantId
  }, 120_000)

  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  /** Completes it as a storefront does, which may find that the server has died. */
  async function complete({ cart, sdk }: ReadyCart) {
    try {
      const result = await sdk.store.cart.complete(cart.id)
      if (result.type === "order") {
        return result.order.id
      }
    } catch {
      // Declined, or killed: nothing was promised.
    }
    return undefined
  }

  it("takes effect exactly once, though the server dies in the midst of its effects", async () => {
    const admin = await adminClient({ url: server.url })
    const kept = await complete(await buy("authorize"))
    const canceled = await complete(await buy("authorize"))
    await untilQuiet(database.url, 30_000)
    const path = `/admin/orders/${kept}`
    const { order } = await expectOk(
      admin.get<Order>(
        `${path}?fields=id,*items,*payment_collections.payments,*fulfillments`
      )
    )
    const payment = `/admin/payments/${order.payment_collections[0]?.payments[0]?.id}`
    const items = order.items.map(({ id }) => ({ id, quantity: 1 }))
    await expectOk(admin.post(`${payment}/capture`))
    await expectOk(admin.post(`${payment}/refund`, { amount: 1 }))
    const { order: sent } = await expectOk(
      admin.post<Order>(`${path}/fulfillments?fields=*fulfillments`, { items })
    )
    const fulfillment = `${path}/fulfillments/${sent.fulfillments[0]?.id}`
    await expectOk(admin.post(`${fulfillment}/shipments`, { items }))
    await expectOk(admin.post(`${fulfillment}/mark-as-delivered`))
    await expectOk(admin.post(`/admin/orders/${canceled}/cancel`))
    await waitFor(() => server.hasEnded(), {
      what: "the server to die between an effect and the queue's note of it",
      timeoutMs: 60_000,
    })

    await start("after-all-of-it")
    await untilQuiet(database.url, HEAL_LIMIT)

    const names = async (id?: string) =>
      (await effectsOf(database.url, id ?? "")).map(({ name }) => name).sort()
    expect(await names(kept)).toEqual([
      "delivery.created",
      "order.fulfillment_created",
      "order.placed",
      "payment.captured",
      "payment.refunded",
      "shipment.created",
    ])
    expect(await names(canceled)).toEqual(["order.canceled", "order.placed"])
    const cancellation = `order.canceled:${canceled}`
    expect(await attemptsOf(database.url, cancellation)).toEqual([1, 2])
  }, 180_000)

  /** A crowd completes its carts while the server dies, in turn by itself at a point and killed at a random moment. */
  async function crowdAndKill(number: number) {
    const point =
      number % 2 === 0 ? POINTS[(number / 2) % POINTS.length] : undefined
    const wanted = point ? [...CROWD, point.behaviour] : CROWD
    const carts = await Promise.all(
      wanted.map(async (behaviour) => ({
        behaviour,
        ...(await buy(behaviour, point?.after)),
      }))
    )
    const results = carts.map(async ({ behaviour, ...ready }) => {
      // Whoever brings the server down comes when others have paid.
      await sleep(behaviour.startsWith("die") ? 2000 : randomInt(500))
      const orderId = await complete(ready)
      if (behaviour === "decline") {
        declined.push(ready.cart.id)
      } else if (orderId) {
        acknowledged.push(orderId)
      }
    })
    // The checks follow some seconds after the orders, and the effects after those.
    const died = point
      ? waitFor(() => server.hasEnded(), { what: "the server to die" })
      : sleep(randomInt(6000)).then(() => server.kill())
    await Promise.all([...results, died])
    await start(`crowd-${number}`)
    await Promise.all(carts.map((ready) => complete(ready)))
  }

  it(
    `is neither lost nor doubled over ${KILLS} kills among shoppers who pay`,
    async () => {
      for (let number = 0; number < KILLS; number++) {
        await crowdAndKill(number)
      }
      const since = Date.now()
      await untilQuiet(database.url, HEAL_LIMIT)
      await waitFor(async () => (await withoutEffect()).length === 0, {
        what: "the effect of every placed order",
        timeoutMs: HEAL_LIMIT - (Date.now() - since),
        intervalMs: 1000,
      })

      const effects = await allEffects()
      const placed = await placedOrders()
      const keys = effects.map(({ name, subject_id }) => name + subject_id)
      expect(keys).toHaveLength(new Set(keys).size)
      expect(
        effects
          .filter(({ name }) => name === "order.placed")
          .map(({ order_id }) => order_id)
          .sort()
      ).toEqual(placed)
      expect(placed).toEqual(expect.arrayContaining(acknowledged))
      expect(placed.length).toBeGreaterThan(KILLS)
      expect(await effectsOfCarts(declined)).toEqual([])
      expect(await capturesWithoutEffect()).toEqual([])
    },
    KILLS * 60_000 + HEAL_LIMIT
  )

  const ids = async (sql: string, values: unknown[] = []) =>
    (await query<{ id: string }>(database.url, sql, values)).map(({ id }) => id)

  const allEffects = () =>
    query<Effect>(
      database.url,
      "select name, order_id, subject_id from spec_effect"
    )

  /** Read from the books of payment, apart from the suite's own statement; canceled ones were placed before. */
  const placedOrders = () =>
    ids(`
      select distinct o.id from "order" o
      join order_cart c on c.order_id = o.id and c.deleted_at is null
      join order_payment_collection l on l.order_id = o.id and l.deleted_at is null
      join payment_session s on s.payment_collection_id = l.payment_collection_id
      where o.deleted_at is null and s.deleted_at is null and s.authorized_at is not null
      order by o.id`)

  async function withoutEffect() {
    const placed = await placedOrders()
    const seen = new Set((await allEffects()).map(({ order_id }) => order_id))
    return placed.filter((id) => !seen.has(id))
  }

  const capturesWithoutEffect = () =>
    ids(`
      select reference_id as id from order_transaction
      where reference = 'capture' and deleted_at is null and reference_id not in (
        select subject_id from spec_effect where name = 'payment.captured')`)

  const effectsOfCarts = (carts: string[]) =>
    ids(
      `select e.order_id as id from spec_effect e
       join order_cart c on c.order_id = e.order_id where c.cart_id = any($1)`,
      [carts]
    )
})

type Order = {
  order: {
    items: { id: string }[]
    fulfillments: { id: string }[]
    payment_collections: { payments: { id: string }[] }[]
  }
}
