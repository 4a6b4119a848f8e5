import path from "node:path"
import { Pool } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { runMigrations } from "graphile-worker"
import { PAYMENT_WEBHOOKS_MODULE } from ".."
import PaymentWebhook from "../models/payment-webhook"
import type PaymentWebhooksModuleService from "../service"

const delivery = (event: string | null, sha256: string) => ({
  provider_id: "pp_spec",
  verified: event !== null,
  event_id: event,
  event_type: event && "payment.captured",
  occurred_at: null,
  sha256,
  headers: { "content-type": "application/json" },
  body: "sealed",
})

moduleIntegrationTestRunner<PaymentWebhooksModuleService>({
  moduleName: PAYMENT_WEBHOOKS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [PaymentWebhook],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service, dbConfig }) => {
    let pool: Pool
    const jobs = async () =>
      (await pool.query("select key, attempts from graphile_worker.jobs")).rows

    beforeEach(async () => {
      pool = new Pool({ connectionString: dbConfig.clientUrl, max: 8 })
      await pool.query("drop schema if exists graphile_worker cascade")
      await runMigrations({ connectionString: dbConfig.clientUrl })
    })
    afterEach(() => pool.end())

    describe("a delivery", () => {
      // The attack: all eight at the same moment, so that each looks before any is written.
      it("is stored and queued once, of eight identical ones at once", async () => {
        const ids = await Promise.all(
          Array.from({ length: 8 }, () =>
            service.receive(pool, delivery("evt_1", "a"))
          )
        )
        expect(ids.filter(Boolean)).toHaveLength(1)
        expect(await service.listPaymentWebhooks()).toHaveLength(1)
        expect(await jobs()).toHaveLength(1)
      })

      it("is known by its event, whatever else the gateway changed in it", async () => {
        expect(
          await service.receive(pool, delivery("evt_1", "a"))
        ).toBeDefined()
        expect(
          await service.receive(pool, delivery("evt_1", "b"))
        ).toBeUndefined()
      })

      it("is known by its bytes where it has no event id", async () => {
        expect(await service.receive(pool, delivery(null, "a"))).toBeDefined()
        expect(await service.receive(pool, delivery(null, "a"))).toBeUndefined()
        expect(await service.receive(pool, delivery(null, "b"))).toBeDefined()
      })

      it("is not stored when its job cannot be queued", async () => {
        await pool.query("drop schema graphile_worker cascade")
        await expect(
          service.receive(pool, delivery("evt_1", "a"))
        ).rejects.toThrow("graphile_worker")
        expect(await service.listPaymentWebhooks()).toHaveLength(0)
      })
    })

    describe("its work", () => {
      const received = async () =>
        (await service.receive(pool, delivery("evt_1", "a"))) ?? ""
      const row = (id: string) => service.retrievePaymentWebhook(id)

      it("counts attempts, and does not begin once it is finished", async () => {
        const id = await received()
        expect(await service.beginAttempt(id)).toMatchObject({ attempts: 1 })
        await service.failAttempt(id, { error: "gateway down", isLast: false })
        expect(await row(id)).toMatchObject({
          status: "received",
          last_error: "gateway down",
        })
        expect(await service.beginAttempt(id)).toMatchObject({ attempts: 2 })
        await service.finish(id, { status: "done", reason: null })
        expect(await service.beginAttempt(id)).toBeUndefined()
        expect(await row(id)).toMatchObject({
          status: "done",
          attempts: 2,
          last_error: null,
        })
      })

      it("is dead after the last attempt, and a replay begins anew with one job", async () => {
        const id = await received()
        await service.failAttempt(id, { error: "gateway down", isLast: true })
        expect(await row(id)).toMatchObject({ status: "dead" })
        expect(await service.beginAttempt(id)).toBeUndefined()
        await Promise.all([
          service.replay([id, "pwh_none"]),
          service.replay([id]),
        ])
        expect(await row(id)).toMatchObject({
          status: "received",
          finished_at: null,
        })
        expect(await jobs()).toEqual([
          { key: `payment-webhooks-process:${id}`, attempts: 0 },
        ])
      })
    })
  },
})
