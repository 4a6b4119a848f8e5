import { adminClient, storeClient } from "../../helpers/clients"
import { type Database, query, seededDatabase } from "../../helpers/database"
import { type BegunPayment, stripeUnderTest } from "../../helpers/gateways"
import { expectOk, type HttpClient } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { listedCase, reconcileNow } from "../../helpers/reconciliation"
import { type Server, startServer } from "../../helpers/server"
import { waitFor } from "../../helpers/wait-for"
import type {
  AdminReconciliationCase,
  AdminReconciliationCaseResponse,
  AdminReconciliationCasesResponse,
} from "../../../src/types/reconciliation"

const PATH = "/admin/reconciliation"
const MINUTE = 60_000

describe("the reconciler of a running store", () => {
  let database: Database
  let server: Server
  let admin: HttpClient
  let gateway: Awaited<ReturnType<typeof stripeUnderTest>>
  let variantId: string

  async function start(name: string, env: Record<string, string> = {}) {
    server = await startServer({
      name: `reconciler-${name}`,
      databaseUrl: database.url,
      env: {
        ...gateway.environment(),
        RECONCILIATION_GRACE_SECONDS: "5",
        RECONCILIATION_SURPLUS_PER_HOUR: "2",
        ...env,
      },
    })
    admin = await adminClient({ url: server.url })
  }

  beforeAll(async () => {
    gateway = await stripeUnderTest()
    database = await seededDatabase()
    await start("first")
    await gateway.offer(server.url)
    const product = await createProduct({ stock: 50, url: server.url })
    variantId = product.variantId
  }, 5 * MINUTE)

  afterAll(async () => {
    await server?.stop()
    await gateway?.stop()
    await database?.drop()
  })

  const list = (search = "") =>
    expectOk(admin.get<AdminReconciliationCasesResponse>(`${PATH}?${search}`))

  /** Lets it look until a case of a payment has come to a state. */
  const caseOf = ({ gatewayPaymentId }: BegunPayment, status: string) =>
    waitFor(
      async () => {
        await reconcileNow(database.url)
        const { reconciliation_cases: cases } = await list(
          `q=${gatewayPaymentId}&status=${status}`
        )
        return cases[0]
      },
      {
        what: `the case of ${gatewayPaymentId} to be ${status}`,
        timeoutMs: 90_000,
        intervalMs: 2000,
      }
    )

  async function paidForAnotherAmount() {
    const begun = await gateway.begin(server.url, variantId)
    gateway.payOther(begun, 777)
    return begun
  }

  const logOf = ({ sessionId }: BegunPayment) =>
    query<{ action: string; outcome: string; cause: string }>(
      database.url,
      `select action, outcome, cause from payment_transaction
       where payment_session_id = $1 or gateway_payment_id = $2 order by created_at`,
      [sessionId, sessionId]
    )

  it(
    "gives money that nobody asked for back once, however many look at once, and logs it",
    async () => {
      const begun = await paidForAnotherAmount()
      const found = await caseOf(begun, "repaired")
      const listed = await listedCase(database.url, {
        kind: "different_sums",
        session_id: begun.sessionId,
      })
      await Promise.all([
        reconcileNow(database.url),
        ...Array.from({ length: 8 }, () =>
          admin.post(`${PATH}/${listed}/retry`)
        ),
      ])
      expect(found).toMatchObject({ kind: "surplus", status: "repaired" })
      expect(gateway.books(begun.gatewayPaymentId)).toMatchObject({
        captured: 7.77,
        refunded: 7.77,
      })
      expect(gateway.refunds(begun.gatewayPaymentId)).toBe(1)
      expect(await logOf(begun)).toContainEqual({
        ...{ action: "reconcile", outcome: "succeeded", cause: "reconcile" },
      })
    },
    3 * MINUTE
  )

  it(
    "lists a surplus beyond the hour's limit, and leaves it alone once it is dismissed",
    async () => {
      await caseOf(await paidForAnotherAmount(), "repaired")
      const begun = await paidForAnotherAmount()
      const { id } = await caseOf(begun, "open")
      expect(gateway.refunds(begun.gatewayPaymentId)).toBe(0)

      const blank = await admin.post(`${PATH}/${id}/dismiss`, { reason: " " })
      expect(blank.status).toBe(400)
      const { reconciliation_case: dismissed } = await expectOk(
        admin.post<AdminReconciliationCaseResponse>(`${PATH}/${id}/dismiss`, {
          reason: "The shopper keeps it as credit",
        })
      )
      expect(dismissed).toMatchObject({
        status: "dismissed",
        dismiss_reason: "The shopper keeps it as credit",
      })
      const again = await admin.post(`${PATH}/${id}/dismiss`, { reason: "x" })
      expect(again.status).toBe(400)
      await query(
        database.url,
        "update surplus_return set begun_at = now() - interval '2 hours'"
      )
      await reconcileNow(database.url)
      await waitFor(
        async () =>
          (
            await query(
              database.url,
              "select from graphile_worker.jobs where task_identifier = 'reconciliation-run' and key is null"
            )
          ).length === 0,
        { what: "the run to end", timeoutMs: MINUTE }
      )
      expect(gateway.refunds(begun.gatewayPaymentId)).toBe(0)
    },
    3 * MINUTE
  )

  it(
    "places the order of a paid cart whose shopper went away and whose webhook never came",
    async () => {
      const begun = await gateway.begin(server.url, variantId)
      gateway.pay(begun)
      const { kind, order_id } = await caseOf(begun, "repaired")
      expect(kind).toBe("paid_cart")
      const orders = await query<{ order_id: string }>(
        database.url,
        "select order_id from order_cart where cart_id = $1",
        [begun.cartId]
      )
      expect(orders).toHaveLength(1)
      expect(order_id).toBeNull()
    },
    3 * MINUTE
  )

  it.each([
    ["took its checkout back", "reverted"],
    ["died taking its checkout back", "waiting_to_compensate"],
  ])(
    "takes away an order that the database kept while Medusa %s, and places the one that is paid",
    async (_, state) => {
      const begun = await gateway.begin(server.url, variantId)
      gateway.pay(begun)
      const { order } = await expectOk(
        storeClient({ url: server.url }).post<{ order: { id: string } }>(
          `/store/carts/${begun.cartId}/complete`
        )
      )
      const [kept] = await query<{ id: string }>(
        database.url,
        `with links as (update order_cart set deleted_at = now() where order_id = $1),
           payments as (update order_payment_collection set deleted_at = now() where order_id = $1),
           checkout as (update workflow_execution set state = $3
             where context->'data'->'payload'->>'id' = $2)
         update cart set completed_at = null where id = $2 returning $1 as id`,
        [order.id, begun.cartId, state]
      )
      expect(kept?.id).toBe(order.id)
      const live = await waitFor(
        async () => {
          await reconcileNow(database.url)
          const orders = await query<{ id: string; cart_id: string | null }>(
            database.url,
            `select o.id, l.cart_id from "order" o
             left join order_cart l on l.order_id = o.id and l.deleted_at is null
             where o.email = $1 and o.deleted_at is null`,
            [begun.email]
          )
          return orders.length === 1 && orders[0]?.cart_id ? orders : undefined
        },
        { what: "the one order", timeoutMs: 90_000, intervalMs: 3000 }
      )
      expect(live).toEqual([
        { id: expect.not.stringMatching(order.id), cart_id: begun.cartId },
      ])
    },
    3 * MINUTE
  )

  it(
    "sets a stock level right that drifted from its reservations",
    async () => {
      const [level] = await query<{ id: string; reserved: number }>(
        database.url,
        `update inventory_level set reserved_quantity = reserved_quantity + 3
         where id = (select id from inventory_level order by id limit 1)
         returning id, reserved_quantity::float - 3 as reserved`
      )
      await reconcileNow(database.url)
      const reserved = await waitFor(
        async () => {
          const [now] = await query<{ reserved: number }>(
            database.url,
            "select reserved_quantity::float as reserved from inventory_level where id = $1",
            [level?.id]
          )
          return now?.reserved === level?.reserved && now
        },
        { what: "the level to be right", timeoutMs: MINUTE }
      )
      expect(reserved).toEqual({ reserved: level?.reserved })
    },
    2 * MINUTE
  )

  it(
    "stands still while the gateway cannot be reached, says so, and goes on",
    async () => {
      const begun = await gateway.begin(server.url, variantId)
      gateway.pay(begun)
      gateway.outage()
      const paused = await waitFor(
        async () => {
          await reconcileNow(database.url)
          return (await list()).paused[0]
        },
        { what: "the pause", timeoutMs: 2 * MINUTE, intervalMs: 3000 }
      )
      expect(paused).toMatchObject({
        provider_id: gateway.providerId,
        reason: "unreachable",
      })
      gateway.goodDays()
      await caseOf(begun, "repaired")
      await waitFor(async () => (await list()).paused.length === 0, {
        what: "the pause to end",
        timeoutMs: MINUTE,
      })
    },
    5 * MINUTE
  )

  it(
    "touches nothing after the keys changed, until an admin confirms them",
    async () => {
      const begun = await gateway.begin(server.url, variantId)
      await server.stop()
      gateway.pay(begun)
      // The simulator refuses this key: a call would show.
      await start("other-keys", { STRIPE_API_KEY: "sk_live_of_another" })
      const changed = await waitFor(
        async () => {
          await reconcileNow(database.url)
          const { reconciliation_cases: cases, paused } = await list(
            "kind=account_changed&status=open"
          )
          return paused.length > 0 ? cases[0] : undefined
        },
        { what: "the changed account", timeoutMs: 90_000, intervalMs: 2000 }
      )
      const calls = gateway.calls("authorize", begun)
      await reconcileNow(database.url)
      expect(gateway.calls("authorize", begun)).toBe(calls)

      const other = await listedCase(database.url)
      const refused = await admin.post(`${PATH}/${other}/confirm`)
      expect(refused.status).toBe(400)
      const { reconciliation_case: confirmed } = await expectOk(
        admin.post<{ reconciliation_case: AdminReconciliationCase }>(
          `${PATH}/${changed.id}/confirm`
        )
      )
      expect(confirmed.status).toBe("repaired")
    },
    5 * MINUTE
  )

  it("answers rubbish with 400 that names the field, and strangers' ids with 404", async () => {
    const wrong = await admin.get(`${PATH}?status=lost&limit=1000`)
    expect(wrong.status).toBe(400)
    expect(JSON.stringify(wrong.body)).toMatch(/status.*limit|limit.*status/)
    for (const action of ["retry", "confirm"]) {
      const { status } = await admin.post(`${PATH}/recase_none/${action}`)
      expect(status).toBe(404)
    }
    expect((await admin.get(`${PATH}/recase_none`)).status).toBe(404)
  })
})
