import { randomUUID } from "node:crypto"
import { Pool } from "@medusajs/framework/pg"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { runMigrations } from "graphile-worker"
import {
  type Database,
  emptyDatabase,
} from "../../../../integration-tests/helpers/database"
import { ensureCoreTableObjects } from "../../../core-tables/ensure"
import { FACTS_OBJECTS } from "../../../core-tables/facts"
import type { FactName } from "../../../utils/facts"
import { onConnection } from "../../../utils/in-transaction"
import { once } from "../../../utils/once"
import { ulidSince } from "../../../utils/ulid"
import { Migration20261121151500 } from "../migrations/Migration20261121151500"
import FactsModuleService from "../service"
import {
  CAPTURED_ORDER,
  FULFILLED_ORDER,
  PLACED_ORDER,
  STORE_TABLES,
} from "./store-tables"

let database: Database
let pool: Pool
let connection: ReturnType<typeof ModulesSdkUtils.createPgConnection>
let facts: FactsModuleService

const sql = async <Row>(text: string, values: unknown[] = []) =>
  (await pool.query(text, values)).rows as Row[]

async function migrate() {
  const migration = new Migration20261121151500(null as never, null as never)
  await migration.up()
  await sql(migration.getQueries().join("\n"))
}

beforeAll(async () => {
  database = await emptyDatabase()
  pool = new Pool({ connectionString: database.url, max: 4 })
  await sql(STORE_TABLES)
  await migrate()
  await runMigrations({ connectionString: database.url })
  const client = await pool.connect()
  const pending = await ensureCoreTableObjects(client, {
    objects: FACTS_OBJECTS,
    isOff: () => false,
  })
  client.release()
  expect(pending).toEqual([])
  connection = ModulesSdkUtils.createPgConnection({ clientUrl: database.url })
  facts = new FactsModuleService({ __pg_connection__: connection })
}, 60_000)

afterAll(async () => {
  await connection?.destroy()
  await pool?.end()
  await database?.drop()
})

const newOrder = () => `order_${ulidSince(new Date())}${randomUUID()}`

/** An order with a history of its own. @returns its id */
async function having(history: string) {
  const id = newOrder()
  await sql(history.replaceAll("ORDER", id))
  return id
}

const waitingChecks = (id: string) =>
  sql<{ key: string }>(
    `select key from graphile_worker.jobs where key like '%' || $1 || '%' order by key`,
    [id]
  )

const CONSUMER = "spec-consume"

const record = (name: FactName, subject_id: string, converted = false) =>
  facts.recordFact({ name, subject_id, converted }, [CONSUMER])

describe("an order is placed", () => {
  it.each([
    ["its payment is authorized", PLACED_ORDER],
    [
      "its payment was captured",
      `${PLACED_ORDER} update payment_session set status = 'captured' where id = 'ses_ORDER'`,
    ],
    [
      "its payment will be authorized later, as by bank transfer",
      `${PLACED_ORDER} update payment_session set status = 'pending_authorization' where id = 'ses_ORDER'`,
    ],
    [
      "there was nothing to pay",
      `insert into "order" (id) values ('ORDER'); insert into order_cart values ('ORDER', 'cart');
       insert into order_summary values ('ORDER', 1, '{"original_order_total": 0}')`,
    ],
  ])("when %s", async (_, history) => {
    const id = await having(history)
    expect(await record("order.placed", id)).toBe(true)
  })

  it.each([
    [
      "its payment was declined and it is deleted again",
      `${PLACED_ORDER} delete from order_cart where order_id = 'ORDER';
       delete from "order" where id = 'ORDER'`,
    ],
    [
      "its payment was declined and nobody deleted it",
      `${PLACED_ORDER} update payment_session set status = 'error' where id = 'ses_ORDER'`,
    ],
    [
      "its server was killed before it asked for payment",
      `${PLACED_ORDER} update payment_session set status = 'pending' where id = 'ses_ORDER'`,
    ],
    [
      "its payment is linked to nothing",
      `${PLACED_ORDER} delete from order_payment_collection where order_id = 'ORDER'`,
    ],
    [
      "its session was deleted",
      `${PLACED_ORDER} update payment_session set deleted_at = now() where id = 'ses_ORDER'`,
    ],
    [
      "no cart is linked to it",
      `${PLACED_ORDER} update order_cart set deleted_at = now() where order_id = 'ORDER'`,
    ],
    [
      "it is a draft",
      `${PLACED_ORDER} update "order" set is_draft_order = true, status = 'draft' where id = 'ORDER'`,
    ],
    [
      "it was canceled meanwhile",
      `${PLACED_ORDER} update "order" set canceled_at = now(), status = 'canceled' where id = 'ORDER'`,
    ],
    [
      "it was deleted softly",
      `${PLACED_ORDER} update "order" set deleted_at = now() where id = 'ORDER'`,
    ],
    [
      "it is owed nothing only since it was edited",
      `${PLACED_ORDER} update payment_session set status = 'pending' where id = 'ses_ORDER';
       insert into order_summary values ('ORDER', 2, '{"original_order_total": 0}')`,
    ],
    [
      "it is older than the suite in this store",
      `${PLACED_ORDER} update "order" set created_at = now() - interval '1 day' where id = 'ORDER'`,
    ],
  ])("not when %s", async (_, history) => {
    const id = await having(history)
    expect(await record("order.placed", id)).toBe(false)
  })

  it("when a draft becomes an order, which a draft alone is not", async () => {
    const id = newOrder()
    await sql(
      `insert into "order" (id, is_draft_order, status, created_at) values ($1, true, 'draft', now() - interval '1 day')`,
      [id]
    )
    expect(await record("order.placed", id, true)).toBe(false)
    await sql(
      `update "order" set is_draft_order = false, status = 'pending', updated_at = now() where id = $1`,
      [id]
    )
    expect(await waitingChecks(id)).toEqual([
      { key: `fact:order.placed:${id}:converted` },
    ])
    expect(await record("order.placed", id, true)).toBe(true)
  })
})

describe("a fact", () => {
  const SHIPPED = `${FULFILLED_ORDER} update fulfillment set shipped_at = now(), delivered_at = now() where id = 'ful_ORDER'`
  const CANCELED = `${PLACED_ORDER} update "order" set canceled_at = now(), status = 'canceled' where id = 'ORDER'`
  const REFUNDED = `${CAPTURED_ORDER} insert into refund values ('ref_ORDER', 'pay_ORDER')`
  const RETURNED = `${FULFILLED_ORDER} insert into "return" values ('return_ORDER', 'ORDER')`
  const INTO_BOOKS = `insert into order_transaction values ('ORDER', 'refund', 'ref_ORDER')`

  it.each<[FactName, string, string, boolean]>([
    ["order.canceled", "", CANCELED, true],
    ["order.canceled", "", PLACED_ORDER, false],
    ["payment.captured", "capt_", CAPTURED_ORDER, true],
    ["payment.refunded", "ref_", `${REFUNDED}; ${INTO_BOOKS}`, true],
    ["payment.refunded", "ref_", REFUNDED, false],
    ["order.fulfillment_created", "ful_", FULFILLED_ORDER, true],
    ["shipment.created", "ful_", SHIPPED, true],
    ["shipment.created", "ful_", FULFILLED_ORDER, false],
    ["delivery.created", "ful_", SHIPPED, true],
    [
      "order.return_received",
      "return_",
      `${RETURNED}; update "return" set received_at = now()`,
      true,
    ],
    ["order.return_received", "return_", RETURNED, false],
    [
      "delivery.created",
      "ful_",
      `${SHIPPED}; update fulfillment set canceled_at = now() where id = 'ful_ORDER'`,
      false,
    ],
    [
      "order.canceled",
      "",
      `${PLACED_ORDER} update "order" set canceled_at = now() - interval '1 day' where id = 'ORDER'`,
      false,
    ],
  ])(
    "%s of the subject %sid is read from its rows (%#)",
    async (name, prefix, history, expected) => {
      const id = await having(history)
      expect(await record(name, `${prefix}${id}`)).toBe(expected)
    }
  )

  it("of a capture is known though its server died before it reached the order's books", async () => {
    const id = await having(
      `${CAPTURED_ORDER} delete from order_transaction where order_id = 'ORDER'`
    )
    expect(await record("payment.captured", `capt_${id}`)).toBe(false)
    await sql("update payment set captured_at = now() where id = $1", [
      `pay_${id}`,
    ])
    expect(await record("payment.captured", `capt_${id}`)).toBe(true)
  })

  describe("of a payment that failed", () => {
    const waitingFor = () =>
      having(
        `${PLACED_ORDER} update payment_session set status = 'pending_authorization' where id = 'ses_ORDER'`
      )
    const failIt = (id: string) =>
      sql("update payment_session set status = 'error' where id = $1", [
        `ses_${id}`,
      ])

    it("is true for an order that was placed and waited for it, and asked for by its row", async () => {
      const id = await waitingFor()
      await record("order.placed", id)
      expect(await record("payment.failed", `ses_${id}`)).toBe(false)
      await failIt(id)
      expect(await waitingChecks(`payment.failed:ses_${id}`)).toHaveLength(1)
      expect(await record("payment.failed", `ses_${id}`)).toBe(true)
    })

    it.each([
      ["whose shopper was told nothing of it", ""],
      [
        "that was canceled",
        `update "order" set canceled_at = now() where id = 'ORDER'`,
      ],
      [
        "that is paid another way",
        `insert into payment_session values ('other_ORDER', 'col_ORDER', 'authorized')`,
      ],
    ])("is not for one %s", async (_, then) => {
      const id = await waitingFor()
      if (then) {
        await record("order.placed", id)
        await sql(then.replaceAll("ORDER", id))
      }
      await failIt(id)
      expect(await record("payment.failed", `ses_${id}`)).toBe(false)
    })
  })

  it("is recorded once and handed out once, of 20 checks at the same moment", async () => {
    const id = await having(PLACED_ORDER)
    const results = await Promise.all(
      Array.from({ length: 20 }, () => record("order.placed", id))
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    const jobs = await sql(
      `select payload from graphile_worker._private_jobs where key = $1`,
      [`order.placed:${id}:${CONSUMER}`]
    )
    expect(jobs).toEqual([
      {
        payload: {
          fact_id: `order.placed:${id}`,
          name: "order.placed",
          order_id: id,
          subject_id: id,
          occurred_at: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      },
    ])
  })

  it("is checked because of a row that changed, and not when that is taken back", async () => {
    const placed = await having(CAPTURED_ORDER)
    const client = await pool.connect()
    const undone = newOrder()
    await client.query("begin")
    await client.query(PLACED_ORDER.replaceAll("ORDER", undone))
    await client.query("rollback")
    client.release()

    expect(await waitingChecks(placed)).toEqual([
      { key: `fact:order.placed:${placed}` },
      { key: `fact:payment.captured:capt_${placed}` },
    ])
    expect(await waitingChecks(undone)).toEqual([])
  })
})

describe("a write of the store", () => {
  it("succeeds although the queue's tables are gone", async () => {
    await sql("alter schema graphile_worker rename to elsewhere")
    const id = await having(CAPTURED_ORDER)
    await sql("alter schema elsewhere rename to graphile_worker")

    expect(await sql(`select from "order" where id = $1`, [id])).toHaveLength(1)
    expect(await waitingChecks(id)).toEqual([])
  })

  it("waits but a moment although somebody holds the check's row", async () => {
    const id = await having(PLACED_ORDER)
    const client = await pool.connect()
    await client.query("begin")
    await client.query(
      "select from graphile_worker._private_jobs where key = $1 for update",
      [`fact:order.placed:${id}`]
    )
    const since = Date.now()
    await sql("update payment_session set status = 'captured' where id = $1", [
      `ses_${id}`,
    ])
    expect(Date.now() - since).toBeLessThan(1500)
    await client.query("rollback")
    client.release()
  })
})

describe("the sweep", () => {
  it("finds what the triggers missed, once, and leaves the rest alone", async () => {
    const recorded = await having(PLACED_ORDER)
    await record("order.placed", recorded)
    const waiting = await having(PLACED_ORDER)
    await sql("alter schema graphile_worker rename to elsewhere")
    const missed = await having(
      `${CAPTURED_ORDER} insert into fulfillment values ('ful_ORDER', now(), now(), now());
       insert into order_fulfillment values ('ORDER', 'ful_ORDER')`
    )
    const ancient = await having(
      `${PLACED_ORDER} update "order" set created_at = now() - interval '1 day' where id = 'ORDER'`
    )
    await sql("alter schema elsewhere rename to graphile_worker")
    await sql(
      "delete from graphile_worker._private_jobs where key like '%' || $1",
      [recorded]
    )
    const before = await waitingChecks(waiting)

    await facts.sweepFacts(3, new Date())

    expect(await waitingChecks(missed)).toEqual(
      [
        `delivery.created:ful_${missed}`,
        `order.fulfillment_created:ful_${missed}`,
        `order.placed:${missed}`,
        `payment.captured:capt_${missed}`,
        `shipment.created:ful_${missed}`,
      ].map((fact) => ({ key: `fact:${fact}` }))
    )
    expect(await waitingChecks(ancient)).toEqual([])
    expect(await waitingChecks(recorded)).toEqual([
      { key: `order.placed:${recorded}:${CONSUMER}` },
    ])
    expect(await waitingChecks(waiting)).toEqual(before)
    expect(await facts.sweepFacts(3, new Date())).toBe(0)
  })
})

describe("once", () => {
  const effect = (fact_id: string, fails = false) =>
    onConnection(connection, (transaction) =>
      once(transaction, { fact_id }, CONSUMER, async () => {
        await transaction.execute("insert into effect values (?)", [fact_id])
        if (fails) {
          throw new Error("The printer is on fire")
        }
      })
    )
  const effects = (fact_id: string) =>
    sql("select from effect where fact_id = $1", [fact_id])

  beforeAll(() => sql("create table effect (fact_id text)"))

  it("lets an effect happen once, of 4 attempts at the same moment", async () => {
    const done = await Promise.all(
      Array.from({ length: 4 }, () => effect("burst"))
    )
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await effects("burst")).toHaveLength(1)
  })

  it("lets it happen later when it failed half-way", async () => {
    await expect(effect("failing", true)).rejects.toThrow("on fire")
    expect(await effects("failing")).toHaveLength(0)
    expect(await effect("failing")).toBe(true)
    expect(await effects("failing")).toHaveLength(1)
  })
})
