import { actAs, currentActor } from "../../../utils/actor-context"
import { withActorNote } from "../../../utils/actor-note"
import type { PaymentAttempt } from "../../../utils/payment-attempts"
import { attemptLog } from "../attempt-log"
import { PAYMENT, SESSION, specsOfLog, WHOLE_LOG } from "./log-specs"

const CLERK = {
  cause: "admin",
  actor_type: "user",
  actor_id: "user_1",
  request_id: "req_1",
} as const

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
const SHOPPERS: PaymentAttempt = { ...ATTEMPT, action: "authorize" }

const ENDED = {
  outcome: "succeeded",
  state_after: "captured",
  gateway_payment_id: "gw_1",
  gateway_reference_id: "ch_1",
  error: null,
} as const

specsOfLog(({ service, pool }) => {
  /** As a server of the suite sends it. */
  const run = (sql: string) => pool().query(withActorNote(sql, currentActor))
  const all = async () =>
    (await service.listTransactions(WHOLE_LOG)).payment_transactions

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
      await pool().query(`update payment set canceled_at = now()`)

      const rows = await all()
      expect(
        rows.map(
          ({ action, amount, state_before, state_after, cause, actor_id }) => [
            action,
            amount,
            state_before,
            state_after,
            cause,
            actor_id,
          ]
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
      await pool().query(SESSION)
      await pool().query(PAYMENT)
      await pool().query(`update payment_session set status = 'authorized'`)
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
      await pool().query(PAYMENT)
      await pool().query(
        `insert into capture values ('capt_1', 'pay_1', 40, 'user_2')`
      )
      await pool().query(`delete from capture`)
      await pool().query(`insert into refund values ('ref_1', 'pay_1', 40)`)
      await pool().query(`delete from refund`)
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
      await pool().query(SESSION)
      await pool().query(
        `update payment_session set status = 'pending', amount = 100.1, data = '{}'`
      )
      expect(await all()).toHaveLength(1)
    })

    it("leave providers alone that write their own attempts down, until those stop", async () => {
      const marks = (recording: string[], others: string[]) =>
        service.markRecordingProviders({ recording, others })
      await marks(["pp_theirs"], ["pp_system_default"])
      await marks(["pp_theirs"], [])
      await pool().query(SESSION)
      await pool().query(PAYMENT)
      await pool().query(`insert into capture values ('capt_1', 'pay_1', 40)`)
      await pool().query(`delete from payment_session`)
      expect(await all()).toEqual([])
      await marks([], ["pp_theirs"])
      await pool().query(`delete from capture`)
      expect(await all()).toHaveLength(1)
    })

    it("do not believe a note that a shopper hid in a value", async () => {
      const forged = withActorNote('insert into "payment"', () => ({
        cause: "admin",
        actor_type: "user",
        actor_id: "user_boss",
        request_id: null,
      })).replace('insert into "payment"', "")
      await pool().query(`insert into payment_session values
          ('payses_2', 'pp_theirs', 'pay_col_1', 1, 'eur', 'pending', '{"id":"${forged}"}')`)
      expect((await all())[0]).toMatchObject({
        cause: "system",
        actor_id: null,
      })
    })

    it("never make a write to a payment fail", async () => {
      await pool().query(`alter table payment_transaction rename to gone`)
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
        await pool().query(`alter table gone rename to payment_transaction`)
      }
    })
  })

  describe("the log of the suite's own providers", () => {
    const warnings: string[] = []
    const log = (options: object = {}) =>
      attemptLog({
        pool,
        warn: (line) => warnings.push(line),
        ...options,
      })

    beforeEach(() => {
      warnings.length = 0
    })

    it("holds an attempt before the gateway is called, and its end after", async () => {
      await pool().query(SESSION)
      const finish = await actAs(CLERK, () => log()(ATTEMPT))
      const byOurs = async () =>
        (await all()).find(({ provider_id }) => provider_id === "pp_ours")
      expect(await byOurs()).toMatchObject({
        outcome: "started",
        finished_at: null,
        ...CLERK,
      })
      await pool().query(PAYMENT)
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
      const client = await pool().connect()
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
      const finish = await log({ pool: down })(SHOPPERS)
      await finish(ENDED)
      const missing = () => {
        throw new Error("no pool")
      }
      await (
        await log({ pool: missing })(SHOPPERS)
      )(ENDED)
      expect(warnings).toHaveLength(4)
      expect(warnings[0]).toMatch(/not logged: connection refused/)
    })

    it("moves no money while the database is away, and lets shoppers go on", async () => {
      const away = (error: Error) => ({ query: () => Promise.reject(error) })
      const refused = Object.assign(new Error("in recovery"), { code: "57P03" })
      const gone = Object.assign(new Error("no such table"), { code: "42P01" })
      const begin = (action: "authorize" | "refund", error: Error) =>
        log({ pool: () => away(error) })({ ...ATTEMPT, action })
      for (const error of [refused, new Error("Connection terminated")]) {
        await begin("authorize", error)
        await expect(begin("refund", error)).rejects.toThrow(
          "asked for nothing"
        )
      }
      await begin("refund", gone)
    })

    it("lets a payment go on when the database does not answer", async () => {
      const silent = () => ({ query: () => new Promise(() => undefined) })
      await log({ pool: silent, patienceMs: 20 })(SHOPPERS)
      expect(warnings).toEqual([expect.stringMatching(/in time/)])
    })

    it("writes the whole attempt at its end when its start was lost", async () => {
      let calls = 0
      const flaky = () =>
        calls++ === 0
          ? { query: () => Promise.reject(new Error("restart")) }
          : pool()
      await (
        await log({ pool: flaky })(SHOPPERS)
      )(ENDED)
      expect(await all()).toEqual([
        expect.objectContaining({ outcome: "succeeded", amount: "100.10" }),
      ])
    })
  })
})
