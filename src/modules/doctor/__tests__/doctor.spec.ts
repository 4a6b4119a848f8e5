import path from "node:path"
import { Client } from "@medusajs/framework/pg"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { DOCTOR_MODULE } from ".."
import { resolveSuiteOptions } from "../../../config/options"
import type { Setup } from "../finding"
import { InstanceLock, type LockMode } from "../instance-lock"
import { waitFor } from "../../../../integration-tests/helpers/wait-for"
import type DoctorModuleService from "../service"

/** The runner makes a database only for a module with a model. */
const Unused = model.define("doctor_unused", { id: model.id().primaryKey() })

const SETUP = {
  config: {
    projectConfig: { http: {}, redisUrl: "redis://127.0.0.1:1" },
    modules: {},
  },
  suite: resolveSuiteOptions({}),
  isProduction: true,
} as unknown as Setup

moduleIntegrationTestRunner<DoctorModuleService>({
  moduleName: DOCTOR_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [Unused],
  testSuite: ({ service, dbConfig }) => {
    const held: InstanceLock[] = []
    const events = { onWait: jest.fn(), onLost: jest.fn() }

    const instance = (mode: LockMode) => {
      const lock = new InstanceLock(
        { connectionString: dbConfig.clientUrl },
        mode,
        1,
        events
      )
      held.push(lock)
      return lock
    }

    const sql = async (statement: string) => {
      const client = new Client({ connectionString: dbConfig.clientUrl })
      await client.connect()
      try {
        return (await client.query(statement)).rows as Record<string, unknown>[]
      } finally {
        await client.end()
      }
    }

    afterEach(async () => {
      await Promise.all(held.splice(0).map((lock) => lock.release()))
      jest.clearAllMocks()
    })

    const find = async (name: string) =>
      (await service.examine(SETUP)).find((finding) => finding.name === name)

    describe("an instance that must be alone", () => {
      it("is not let in beside another, of either kind, after its wait", async () => {
        for (const mode of ["exclusive", "shared"] as const) {
          const first = instance(mode)
          expect(await first.acquire()).toBe(true)
          expect(await instance("exclusive").acquire()).toBe(false)
          expect(events.onWait).toHaveBeenCalled()
          await first.release()
        }
      })

      it("takes over from one that ends while it waits", async () => {
        const first = instance("exclusive")
        await first.acquire()
        const second = instance("exclusive").acquire(10)
        await first.release()
        expect(await second).toBe(true)
        expect(await find("several-instances")).toMatchObject({
          severity: "ok",
          found: expect.stringContaining("1 running") as string,
        })
      })

      it("takes its place again when Postgres drops the connection", async () => {
        await instance("exclusive").acquire()
        await sql(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 2`
        )
        await waitFor(
          async () => (await find("several-instances"))?.found.startsWith("1 "),
          { what: "the lock to be taken again" }
        )
        expect(await instance("exclusive").acquire(0.6)).toBe(false)
        expect(events.onLost).not.toHaveBeenCalled()
      })
    })

    it("instances that share nothing in memory run side by side, and keep one out that must be alone", async () => {
      expect(await instance("shared").acquire()).toBe(true)
      expect(await instance("shared").acquire()).toBe(true)
      expect(await instance("exclusive").acquire()).toBe(false)
      const setup = await find("several-instances")
      expect(setup?.found).toContain("2 running")
    })

    describe("examining a store", () => {
      it("tells the version of Postgres", async () => {
        expect(await find("postgres")).toMatchObject({ severity: "ok" })
      })

      it("says that Redis does not answer, and what to look at", async () => {
        expect(await find("redis")).toMatchObject({
          severity: "refusal",
          fix: expect.stringContaining("REDIS_URL") as string,
        })
      })

      it("makes of a check that cannot be made a refusal, and goes on", async () => {
        expect(await find("duplicate-orders")).toMatchObject({
          severity: "refusal",
          found: expect.stringContaining("order_cart") as string,
        })
      })

      it("lists the orders that share a cart", async () => {
        await sql(`create table order_cart (order_id text, cart_id text,
          created_at timestamptz default now(), deleted_at timestamptz)`)
        await sql(`insert into order_cart (order_id, cart_id, deleted_at) values
          ('order_1', 'cart_1', null), ('order_2', 'cart_1', null),
          ('order_3', 'cart_2', now()), ('order_4', 'cart_2', null)`)
        expect(await find("duplicate-orders")).toMatchObject({
          severity: "warning",
          found: expect.stringContaining(
            "cart cart_1: order_1, order_2"
          ) as string,
        })
        await sql("drop table order_cart")
      })
    })
  },
})
