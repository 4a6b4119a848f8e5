import { randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { adminClient, storeClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { isFull } from "../../helpers/environment"
import type { GatewayUnderTest } from "../../helpers/gateways"
import { expectOk } from "../../helpers/http"
import { violations } from "../../helpers/invariants"
import { freePort } from "../../helpers/ports"
import { createProduct } from "../../helpers/products"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"
import {
  type Doomed,
  dropHolds,
  KILL_POINTS,
  KILL_ROUNDS,
  type Point,
  prepareHolds,
  untilThere,
} from "./kill-points"

/** How often something happens with each gateway; the two of them share the times that it has to be survived. */
const GATEWAYS = 2
/** Kills per point; two kills meet one payment at each of the twelve. */
const KILLS = (isFull() ? 10 : 2) / GATEWAYS
const TERMINATIONS = 10 / GATEWAYS
const CRASHES = 20 / GATEWAYS
const SILENCES = 20 / GATEWAYS
const HEAL_LIMIT = 120_000
const MINUTE = 60_000

/** What the books must survive, at whichever gateway the money is. */
export function survivesDeaths(startGateway: () => Promise<GatewayUnderTest>) {
  describe("a server that dies in the midst of payments", () => {
    let database: Database
    let gateway: GatewayUnderTest
    let server: Server
    let port: number
    const all: Doomed[] = []
    const promised = { orders: [] as string[], webhooks: [] as string[] }

    const start = async (name: string) => {
      server = await startServer({
        name: `reconciliation-${gateway.name}-${name}`,
        databaseUrl: database.url,
        port,
        env: gateway.environment(),
      })
    }

    beforeAll(async () => {
      port = await freePort()
      gateway = await startGateway()
      database = await seededDatabase()
      await commitAsShopsDo(database.url)
      await start("0")
      await gateway.offer(server.url)
      await prepareHolds(database.url)
    }, 3 * MINUTE)

    afterAll(async () => {
      await server?.stop()
      await gateway?.stop()
      await database?.drop()
    })

    const at = () => ({ databaseUrl: database.url, gateway })

    const complete = ({ cartId }: Doomed) =>
      storeClient({ url: server.url }).post<{
        type: string
        order?: { id: string }
      }>(`/store/carts/${cartId}/complete`)

    async function placed(doomed: Doomed) {
      const { status, body } = await complete(doomed)
      if (status === 200 && body.type === "order" && body.order) {
        promised.orders.push(body.order.id)
      }
      return status
    }

    async function paymentOf({ sessionId }: Doomed) {
      const [payment] = await query<{ id: string }>(
        database.url,
        "select id from payment where payment_session_id = $1",
        [sessionId]
      )
      return `/admin/payments/${payment?.id}`
    }

    /** Brings a payment to where its doom begins. */
    async function doom({ before, isTaken }: Point): Promise<Doomed> {
      const product = await createProduct({ stock: 5, url: server.url })
      const begun = await gateway.begin(server.url, product.variantId)
      const doomed = { ...begun, inventoryItemId: product.inventoryItemId }
      all.push(doomed)
      if (before) {
        gateway.pay(doomed, { isTaken })
        expect(await placed(doomed)).toBe(200)
      }
      if (before === "captured") {
        const admin = await adminClient({ url: server.url })
        await expectOk(admin.post(`${await paymentOf(doomed)}/capture`))
      }
      return doomed
    }

    /** What the server is at when it dies; nobody waits for its answer. */
    async function act(point: Point, doomed: Doomed): Promise<unknown> {
      const { act: what, before, isTaken } = point
      const admin = await adminClient({ url: server.url })
      if (!before) {
        // Not sooner: the reconciler would place the order of a paid cart by itself.
        gateway.pay(doomed, { isTaken })
      }
      if (what === "complete") {
        return complete(doomed)
      }
      if (what === "webhook") {
        const { body, headers } = gateway.webhook(doomed)
        return fetch(`${server.url}${gateway.hook}`, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body,
        })
      }
      const path = await paymentOf(doomed)
      return what === "capture"
        ? admin.post(`${path}/capture`)
        : admin.post(`${path}/refund`, { amount: 10 })
    }

    async function killAt(points: Point[], name: string) {
      const doomed = new Map(
        await Promise.all(
          points.map(async (point) => [point, await doom(point)] as const)
        )
      )
      for (const [point, payment] of doomed) {
        await point.arrange(payment, at())
        act(point, payment).catch(() => undefined)
        await untilThere(point, payment, at())
      }
      await server.kill()
      await dropHolds(database.url)
      gateway.goodDays()
      await start(name)
      return doomed
    }

    /** What is still for a person, or for the next look. */
    const openCases = () =>
      query(
        database.url,
        "select kind, reason, last_error from reconciliation_case where status = 'open'"
      )

    async function healed(since: number): Promise<number> {
      for (;;) {
        const left = await violations({
          ...at(),
          payments: all,
          promises: promised,
        })
        const cases = await openCases()
        const seconds = (Date.now() - since) / 1000
        if (left.length + cases.length === 0) {
          return seconds
        }
        if (Date.now() - since > HEAL_LIMIT) {
          throw new Error(
            `Not healed within ${HEAL_LIMIT / 1000} s:\n${left.join("\n")}\n${JSON.stringify(cases)}`
          )
        }
        await sleep(1000)
      }
    }

    it(
      `is healed within two minutes, killed ${KILLS} times at each of ${KILL_POINTS.length} points`,
      async () => {
        const times: number[] = []
        for (let number = 1; number <= KILLS; number++) {
          for (const [round, points] of KILL_ROUNDS.entries()) {
            const doomed = await killAt(points, `${number}-${round}`)
            const since = Date.now()
            if (number % 2 === round % 2) {
              // Half of the shoppers are still there, and ask again.
              for (const [{ act: what }, payment] of doomed) {
                await (what === "complete" ? placed(payment) : undefined)
              }
            }
            times.push(await healed(since))
          }
        }
        console.log(
          `healed after ${times.map((time) => `${time} s`).join(", ")}`
        )
        const repairs = await query<{ kind: string; count: number }>(
          database.url,
          "select kind, count(*)::int as count from reconciliation_case where status = 'repaired' group by kind"
        )
        console.log(`repaired: ${JSON.stringify(repairs)}`)
      },
      KILLS * 8 * MINUTE
    )

    /** Payments of all kinds at once, in the midst of which something happens. */
    async function crowdDuring(fault: (crowd: Doomed[]) => Promise<unknown>) {
      const points = KILL_POINTS.filter(({ act: what }) => what !== "webhook")
      const crowd = new Map<Point, Doomed>()
      for (const point of points) {
        crowd.set(point, await doom(point))
      }
      const acts = [...crowd].map(([point, payment]) =>
        act(point, payment).catch(() => undefined)
      )
      await sleep(randomInt(1500))
      await fault([...crowd.values()])
      await Promise.all(acts)
    }

    async function survives(times: number, fault: () => Promise<unknown>) {
      const seconds: number[] = []
      for (let number = 0; number < times; number++) {
        await crowdDuring(fault)
        seconds.push(await healed(Date.now()))
      }
      console.log(`healed after ${seconds.join(" s, ")} s`)
    }

    if (!isFull()) {
      return
    }

    it(
      `is ended by SIGTERM ${TERMINATIONS} times, and is healed within two minutes`,
      () =>
        survives(TERMINATIONS, async () => {
          await server.stop()
          await start("after-sigterm")
        }),
      40 * MINUTE
    )

    it(
      `loses its database ${CRASHES} times, and is healed within two minutes`,
      () => survives(CRASHES, () => crashPostgres(database.url)),
      80 * MINUTE
    )

    it.each(["before", "after"] as const)(
      `gets no answer from its gateway, %s that did it, ${SILENCES} times, and is healed within two minutes`,
      async (when) => {
        for (
          let number = 0;
          number < SILENCES;
          number += GATEWAY_CALLS.length
        ) {
          const doomed = await Promise.all(
            GATEWAY_CALLS.map((name) =>
              doom(KILL_POINTS.find((point) => point.name === name)!)
            )
          )
          const acts = GATEWAY_CALLS.map((name, index) => {
            const point = KILL_POINTS.find((one) => one.name === name)!
            const payment = doomed[index]!
            const call = point.act === "complete" ? "authorize" : point.act
            // Its client asks three times.
            for (let attempt = 0; attempt < 3; attempt++) {
              gateway.hang(call as "authorize", when, payment)
            }
            return act(point, payment).catch(() => undefined)
          })
          await Promise.all(acts)
          gateway.goodDays()
          const since = Date.now()
          await healed(since)
        }
      },
      80 * MINUTE
    )
  })
}

const GATEWAY_CALLS = [
  "before the gateway's authorize",
  "before the gateway's capture",
  "after the refund row",
]

/** The specs' database says "committed" before it is, for speed: what a crash then loses, no shop's would. */
const commitAsShopsDo = (databaseUrl: string) =>
  query(
    databaseUrl,
    `do $$ begin
       execute format('alter database %I set synchronous_commit = on', current_database());
     end $$`
  )

/** Kills one of its processes: it ends all others at once, and recovers from its log as after a power cut. */
async function crashPostgres(databaseUrl: string) {
  const [backend] = await query<{ pid: number }>(
    databaseUrl,
    `select pid from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() limit 1`
  )
  process.kill(backend?.pid ?? 0, "SIGKILL")
  await waitFor(
    () =>
      query(databaseUrl, "select 1").then(
        () => true,
        () => false
      ),
    { what: "the database to recover", timeoutMs: MINUTE }
  )
}
