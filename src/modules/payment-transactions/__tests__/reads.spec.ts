import { PAYMENT, SESSION, specsOfLog, WHOLE_LOG } from "./log-specs"

specsOfLog(({ service, pool }) => {
  describe("the reads", () => {
    beforeEach(async () => {
      await pool().query(
        `insert into "order" values ('order_1', 'cus_1'), ('order_2', 'cus_2')`
      )
      await pool().query(
        `insert into order_payment_collection values ('order_1', 'pay_col_1')`
      )
      await pool().query(SESSION)
      await pool().query(PAYMENT)
      await pool().query(
        `insert into capture values ('capt_1', 'pay_1', 40.05)`
      )
    })

    it("filter by every field", async () => {
      const count = async (filters: object) =>
        (await service.listTransactions({ ...WHOLE_LOG, ...filters })).count
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
      expect(await count({ created_at: { $gt: new Date(now + 60_000) } })).toBe(
        0
      )
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
          ...WHOLE_LOG,
          order,
          limit: 2,
        })
        const rest = await service.listTransactions({
          ...WHOLE_LOG,
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
        await service.listTransactions({ ...WHOLE_LOG, order: "amount" })
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
      expect(await service.listOrderPayments("order_2", "cus_2", all)).toEqual({
        payments: [],
        count: 0,
      })
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
      pool()
        .query(`insert into payment_transaction (id, provider_id, action, outcome, cause, source, payment_collection_id)
          values ('paytx_hook', 'pp_ours', 'webhook', 'succeeded', 'webhook', 'webhook', 'pay_col_1'),
            ('paytx_dispute', 'pp_ours', 'dispute', 'succeeded', 'webhook', 'webhook', 'pay_col_1')`)
  })
})
