import path from "node:path"
import { Pool } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { PAYMENT_TRANSACTIONS_MODULE } from ".."
import { actAs, currentActor } from "../../../utils/actor-context"
import { withActorNote } from "../../../utils/actor-note"
import type { PaymentAttempt } from "../../../utils/payment-attempts"
import { attemptLog } from "../attempt-log"
import PaymentTransaction from "../models/payment-transaction"
import PaymentTransactionProvider from "../models/payment-transaction-provider"
import type PaymentTransactionsModuleService from "../service"
import { CORE_TABLES, NO_CORE_TABLES } from "./core-tables"

const CLERK = {
  cause: "admin",
  actor_type: "user",
  actor_id: "user_1",
  request_id: "req_1",
} as const

const SESSION = `insert into "payment_session" values
  ('payses_1', 'pp_theirs', 'pay_col_1', 100.10, 'eur', 'pending', '{"id":"gw_1"}')`
const PAYMENT = `insert into "payment" values
  ('pay_1', 'pp_theirs', 'pay_col_1', 'payses_1', 100.10, 'eur', '{"id":"gw_1"}')`

const ATTEMPT: PaymentAttempt = {
  provider_id: "pp_ours",
  action: "capture",
  session_id: "payses_1",
  gateway_payment_id: "gw_1",
  gateway_reference_id: null,
  amount: "100.10",
  currency_code: "EUR",
  state_before: "authorized",
}

const ENDED = {
  outcome: "succeeded",
  state_after: "captured",
  gateway_payment_id: "gw_1",
  gateway_reference_id: "ch_1",
  error: null,
} as const

const page = { order: "created_at", limit: 100, offset: 0 }

moduleIntegrationTestRunner<PaymentTransactionsModuleService>({
  moduleName: PAYMENT_TRANSACTIONS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [PaymentTransaction, PaymentTransactionProvider],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service, dbConfig }) => {
    let pool: Pool

    beforeEach(async () => {
      pool = new Pool({ connectionString: dbConfig.clientUrl, max: 3 })
      await pool.query(NO_CORE_TABLES)
      await pool.query(CORE_TABLES)
    })
    afterEach(async () => {
      await pool.query(NO_CORE_TABLES)
      await pool.end()
    })

    /** As a server of the suite sends it. */
    const run = (sql: string) => pool.query(withActorNote(sql, currentActor))
    const all = async () =>
      (await service.listTransactions(page)).payment_transactions

    describe("the triggers", () => {
      it("write an attempt for each step of a payment, with who took it", async () => {
        await actAs(
          { cause: "storefront", actor_type: "customer", actor_id: "cus_1" },
          async () => {
            await run(SESSION)
            await run(
              `update "payment_session" set amount = 90 where id = 'payses_1'`
            )
            await run(
              `update "payment_session" set status = 'authorized' where id = 'payses_1'`
            )
            await run(PAYMENT)
          }
        )
        await actAs(CLERK, async () => {
          await run(`insert into "capture" values ('capt_1', 'pay_1', 100.10)`)
          await run(`insert into "refund" values ('ref_1', 'pay_1', 30)`)
          await run(`insert into "refund" values ('ref_2', 'pay_1', 70.10)`)
        })
        await pool.query(`update payment set canceled_at = now()`)

        const rows = await all()
        expect(
          rows.map(
            ({
              action,
              amount,
              state_before,
              state_after,
              cause,
              actor_id,
            }) => [action, amount, state_before, state_after, cause, actor_id]
          )
        ).toEqual([
          ["create", "100.10", null, "pending", "storefront", "cus_1"],
          ["update", "90", "pending", "pending", "storefront", "cus_1"],
          ["authorize", "90", "pending", "authorized", "storefront", "cus_1"],
          ["capture", "100.10", "authorized", "captured", "admin", "user_1"],
          ["refund", "30", "captured", "partially_refunded", "admin", "user_1"],
          [
            "refund",
            "70.10",
            "partially_refunded",
            "refunded",
            "admin",
            "user_1",
          ],
          ["cancel", "100.10", "authorized", "canceled", "system", null],
        ])
        expect(rows[2]).toMatchObject({
          id: expect.stringMatching(/^paytx_/),
          outcome: "succeeded",
          provider_id: "pp_theirs",
          gateway_payment_id: "gw_1",
          payment_session_id: "payses_1",
          payment_collection_id: "pay_col_1",
          payment_id: "pay_1",
          currency_code: "eur",
          source: "trigger",
        })
        expect(rows[3]).toMatchObject({
          capture_id: "capt_1",
          request_id: "req_1",
        })
      })

      it("write one attempt for an authorization, whichever row Medusa writes first", async () => {
        await pool.query(SESSION)
        await pool.query(PAYMENT)
        await pool.query(`update payment_session set status = 'authorized'`)
        expect(await all()).toMatchObject([
          { action: "create" },
          {
            action: "authorize",
            state_before: "pending",
            state_after: "authorized",
            payment_id: "pay_1",
          },
        ])
      })

      it("show what the gateway refused: Medusa takes its capture, its refund or its session away again", async () => {
        await pool.query(PAYMENT)
        await pool.query(
          `insert into capture values ('capt_1', 'pay_1', 40, 'user_2')`
        )
        await pool.query(`delete from capture`)
        await pool.query(`insert into refund values ('ref_1', 'pay_1', 40)`)
        await pool.query(`delete from refund`)
        await actAs(CLERK, async () => {
          await run(SESSION)
          await run(`delete from "payment_session" where id = 'payses_1'`)
        })
        const rows = await all()
        expect(
          rows.map(({ action, outcome, state_after }) => [
            action,
            outcome,
            state_after,
          ])
        ).toEqual([
          ["authorize", "succeeded", "authorized"],
          ["capture", "refused", "authorized"],
          ["refund", "refused", "captured"],
          ["create", "refused", "deleted"],
        ])
        expect(rows[1]).toMatchObject({
          actor_type: "user",
          actor_id: "user_2",
        })
      })

      it("tell a session that was given up from one that was refused", async () => {
        await actAs({ request_id: "req_1" }, () => run(SESSION))
        await actAs({ request_id: "req_2" }, () =>
          run(`delete from "payment_session"`)
        )
        const rows = await all()
        expect(rows.map(({ action, outcome }) => [action, outcome])).toEqual([
          ["create", "succeeded"],
          ["cancel", "succeeded"],
        ])
      })

      it("keep silent where nothing changed", async () => {
        await pool.query(SESSION)
        await pool.query(
          `update payment_session set status = 'pending', amount = 100.1, data = '{}'`
        )
        expect(await all()).toHaveLength(1)
      })

      it("leave providers alone that write their own attempts down, until those stop", async () => {
        const marks = (recording: string[], others: string[]) =>
          service.markRecordingProviders({ recording, others })
        await marks(["pp_theirs"], ["pp_system_default"])
        await marks(["pp_theirs"], [])
        await pool.query(SESSION)
        await pool.query(PAYMENT)
        await pool.query(`insert into capture values ('capt_1', 'pay_1', 40)`)
        await pool.query(`delete from payment_session`)
        expect(await all()).toEqual([])
        await marks([], ["pp_theirs"])
        await pool.query(`delete from capture`)
        expect(await all()).toHaveLength(1)
      })

      it("do not believe a note that a shopper hid in a value", async () => {
        const forged = withActorNote('insert into "payment"', () => ({
          cause: "admin",
          actor_type: "user",
          actor_id: "user_boss",
          request_id: null,
        })).replace('insert into "payment"', "")
        await pool.query(`insert into payment_session values
          ('payses_2', 'pp_theirs', 'pay_col_1', 1, 'eur', 'pending', '{"id":"${forged}"}')`)
        expect((await all())[0]).toMatchObject({
          cause: "system",
          actor_id: null,
        })
      })

      it("never make a write to a payment fail", async () => {
        await pool.query(`alter table payment_transaction rename to gone`)
        try {
          await run(SESSION)
          await run(`update "payment_session" set status = 'error'`)
          await run(PAYMENT)
          await run(`insert into "capture" values ('capt_1', 'pay_1', 40)`)
          await run(`insert into "refund" values ('ref_1', 'pay_1', 40)`)
          await run(`delete from "refund"`)
          await run(`delete from "capture"`)
          await run(`update "payment" set canceled_at = now()`)
          await run(`delete from "payment"`)
          const { rowCount } = await run(`delete from "payment_session"`)
          expect(rowCount).toBe(1)
        } finally {
          await pool.query(`alter table gone rename to payment_transaction`)
        }
      })
    })

    describe("the log of the suite's own providers", () => {
      const warnings: string[] = []
      const log = (options: object = {}) =>
        attemptLog({
          pool: () => pool,
          warn: (line) => warnings.push(line),
          ...options,
        })

      beforeEach(() => {
        warnings.length = 0
      })

      it("holds an attempt before the gateway is called, and its end after", async () => {
        await pool.query(SESSION)
        const finish = await actAs(CLERK, () => log()(ATTEMPT))
        const byOurs = async () =>
          (await all()).find(({ provider_id }) => provider_id === "pp_ours")
        expect(await byOurs()).toMatchObject({
          outcome: "started",
          finished_at: null,
          ...CLERK,
        })
        await pool.query(PAYMENT)
        await finish({ ...ENDED, outcome: "unknown", error: "no\nanswer" })
        expect(await byOurs()).toMatchObject({
          outcome: "unknown",
          error: "no answer",
          amount: "100.10",
          currency_code: "eur",
          state_before: "authorized",
          state_after: "captured",
          gateway_reference_id: "ch_1",
          payment_collection_id: "pay_col_1",
          payment_id: "pay_1",
          source: "provider",
          finished_at: expect.any(String),
        })
      })

      it("keeps one row for what is tried again, which tells its latest end", async () => {
        const webhook: PaymentAttempt = {
          ...ATTEMPT,
          ...{ key: "pwh_1", action: "webhook", state_before: "pending" },
        }
        const first = await actAs(CLERK, () => log()(webhook))
        await first({ ...ENDED, outcome: "unknown", error: "no answer" })
        // A server died after the second try began.
        await log()(webhook)
        const third = await log()({ ...webhook, state_before: "captured" })
        await third(ENDED)
        const rows = (await all()).filter(({ action }) => action === "webhook")
        expect(rows).toHaveLength(1)
        expect(rows[0]).toMatchObject({
          ...CLERK,
          outcome: "succeeded",
          error: null,
          state_before: "pending",
          state_after: "captured",
          source: "webhook",
        })
      })

      it("keeps the attempt when Medusa's transaction is rolled back", async () => {
        const client = await pool.connect()
        await client.query("begin")
        await client.query(SESSION)
        await (
          await log()(ATTEMPT)
        )(ENDED)
        await client.query("rollback")
        client.release()
        expect(await all()).toEqual([
          expect.objectContaining({
            outcome: "succeeded",
            provider_id: "pp_ours",
          }),
        ])
      })

      it("lets a payment go on when it cannot be written, and says so in one line", async () => {
        const down = () => ({
          query: () => Promise.reject(new Error("connection refused")),
        })
        const finish = await log({ pool: down })(ATTEMPT)
        await finish(ENDED)
        const missing = () => {
          throw new Error("no pool")
        }
        await (
          await log({ pool: missing })(ATTEMPT)
        )(ENDED)
        expect(warnings).toHaveLength(4)
        expect(warnings[0]).toMatch(/not logged: connection refused/)
      })

      it("lets a payment go on when the database does not answer", async () => {
        const silent = () => ({ query: () => new Promise(() => undefined) })
        await log({ pool: silent, patienceMs: 20 })(ATTEMPT)
        expect(warnings).toEqual([expect.stringMatching(/in time/)])
      })

      it("writes the whole attempt at its end when its start was lost", async () => {
        let calls = 0
        const flaky = () =>
          calls++ === 0
            ? { query: () => Promise.reject(new Error("restart")) }
            : pool
        await (
          await log({ pool: flaky })(ATTEMPT)
        )(ENDED)
        expect(await all()).toEqual([
          expect.objectContaining({ outcome: "succeeded", amount: "100.10" }),
        ])
      })
    })

    describe("the reads", () => {
      beforeEach(async () => {
        await pool.query(
          `insert into "order" values ('order_1', 'cus_1'), ('order_2', 'cus_2')`
        )
        await pool.query(
          `insert into order_payment_collection values ('order_1', 'pay_col_1')`
        )
        await pool.query(SESSION)
        await pool.query(PAYMENT)
        await pool.query(
          `insert into capture values ('capt_1', 'pay_1', 40.05)`
        )
      })

      it("filter by every field", async () => {
        const count = async (filters: object) =>
          (await service.listTransactions({ ...page, ...filters })).count
        const now = Date.now()
        expect(await count({})).toBe(3)
        expect(await count({ order_id: "order_1" })).toBe(3)
        expect(await count({ order_id: "order_2" })).toBe(0)
        expect(await count({ action: ["capture", "refund"] })).toBe(1)
        expect(await count({ outcome: ["refused"] })).toBe(0)
        expect(
          await count({ cause: ["system"], provider_id: ["pp_theirs"] })
        ).toBe(3)
        expect(await count({ currency_code: "usd" })).toBe(0)
        expect(await count({ q: "capt_" })).toBe(1)
        expect(await count({ q: "gw_1" })).toBe(3)
        expect(await count({ q: "%" })).toBe(0)
        expect(
          await count({
            created_at: {
              $gte: new Date(now - 60_000),
              $lt: new Date(now + 60_000),
            },
          })
        ).toBe(3)
        expect(
          await count({ created_at: { $gt: new Date(now + 60_000) } })
        ).toBe(0)
      })

      it("order and page", async () => {
        for (const order of [
          "created_at",
          "-created_at",
          "amount",
          "-amount",
          "-outcome",
        ]) {
          const first = await service.listTransactions({
            ...page,
            order,
            limit: 2,
          })
          const rest = await service.listTransactions({
            ...page,
            order,
            limit: 2,
            offset: 2,
          })
          const ids = [
            ...first.payment_transactions,
            ...rest.payment_transactions,
          ].map(({ id }) => id)
          expect(new Set(ids).size).toBe(3)
        }
        const [dearest] = (
          await service.listTransactions({ ...page, order: "amount" })
        ).payment_transactions
        expect(dearest).toMatchObject({ amount: "40.05", order_id: "order_1" })
      })

      it("export every row once, page after page", async () => {
        const first = await service.listForExport({}, 2)
        const rest = await service.listForExport({}, 2, first[1])
        expect([...first, ...rest].map(({ action }) => action)).toEqual([
          "capture",
          "authorize",
          "create",
        ])
      })

      it("show a customer their own payments, and no more of them than they may see", async () => {
        await logOfMerchant()
        const all = { limit: 100, offset: 0 }
        const { payments, count } =
          (await service.listOrderPayments("order_1", "cus_1", all)) ?? {}
        expect(count).toBe(3)
        expect(payments?.map(({ action }) => action)).toEqual([
          "create",
          "authorize",
          "capture",
        ])
        expect(Object.keys(payments?.[2] ?? {}).sort()).toEqual([
          "action",
          "amount",
          "created_at",
          "currency_code",
          "id",
          "order_id",
          "outcome",
          "provider_id",
          "state",
        ])
        expect(payments?.[2]).toMatchObject({
          amount: 40.05,
          state: "partially_captured",
        })
        expect(
          await service.listOrderPayments("order_1", "cus_2", all)
        ).toBeUndefined()
        expect(
          await service.listOrderPayments("order_2", "cus_2", all)
        ).toEqual({ payments: [], count: 0 })
        const beyond = { limit: 1, offset: 2 }
        expect(
          await service.listOrderPayments("order_1", "cus_1", beyond)
        ).toMatchObject({ payments: [{ action: "capture" }], count: 3 })
        const mine = await service.listCustomerPayments("cus_1", {
          limit: 2,
          offset: 1,
        })
        expect(mine.count).toBe(3)
        expect(mine.payments.map(({ action }) => action)).toEqual([
          "authorize",
          "create",
        ])
        expect(
          await service.listCustomerPayments("cus_2", { limit: 2, offset: 0 })
        ).toEqual({ payments: [], count: 0 })
      })

      const logOfMerchant = () =>
        pool.query(`insert into payment_transaction (id, provider_id, action, outcome, cause, source, payment_collection_id)
          values ('paytx_hook', 'pp_ours', 'webhook', 'succeeded', 'webhook', 'webhook', 'pay_col_1'),
            ('paytx_dispute', 'pp_ours', 'dispute', 'succeeded', 'webhook', 'webhook', 'pay_col_1')`)
    })
  },
})
