import path from "node:path"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { RATE_LIMITS_MODULE } from ".."
import type RateLimitsModuleService from "../service"

/** The runner runs migrations only for a module with a model, and this module's table has none. */
const RateLimit = model.define("rate_limit", { key: model.text().primaryKey() })

moduleIntegrationTestRunner<RateLimitsModuleService>({
  moduleName: RATE_LIMITS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [RateLimit],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service }) => {
    describe("a rate limit", () => {
      // The attack: all attempts at the same moment, so that each reads the count before any is written.
      it("lets exactly as many through as it allows, of 50 at once", async () => {
        const limit = { name: "spec.burst", points: 7, seconds: 60 }
        const results = await Promise.all(
          Array.from({ length: 50 }, () =>
            service.consume(limit, "203.0.113.7")
          )
        )
        expect(results.filter(({ allowed }) => allowed)).toHaveLength(7)
      })

      it("counts each key and each name apart", async () => {
        const limit = { name: "spec.apart", points: 1, seconds: 60 }
        await service.consume(limit, "a")
        expect(await service.consume(limit, "a")).toMatchObject({
          allowed: false,
        })
        expect(await service.consume(limit, "b")).toMatchObject({
          allowed: true,
        })
        expect(
          await service.consume({ ...limit, name: "spec.other" }, "a")
        ).toMatchObject({ allowed: true })
      })

      it("takes back what turned out not to count, and forgets", async () => {
        const limit = { name: "spec.back", points: 2, seconds: 60 }
        for (let time = 0; time < 5; time++) {
          expect(await service.consume(limit, "a")).toMatchObject({
            remaining: 1,
          })
          await service.giveBack(limit, "a")
        }
        await service.consume(limit, "a")
        await service.consume(limit, "a")
        await service.forget(limit, "a")
        expect(await service.consume(limit, "a")).toEqual({
          allowed: true,
          remaining: 1,
        })
      })

      it("says when to come back, and then lets through again", async () => {
        const limit = { name: "spec.window", points: 1, seconds: 1 }
        await service.consume(limit, "a")
        expect(await service.consume(limit, "a")).toEqual({
          allowed: false,
          retryAfterSeconds: 1,
        })
        await new Promise((resolve) => setTimeout(resolve, 1100))
        expect(await service.consume(limit, "a")).toMatchObject({
          allowed: true,
        })
      })
    })
  },
})
