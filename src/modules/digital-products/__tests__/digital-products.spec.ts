import path from "node:path"
import { Pool } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { runMigrations } from "graphile-worker"
import { DIGITAL_PRODUCTS_MODULE } from ".."
import { openKey } from "../licence-keys"
import DigitalDownload from "../models/digital-download"
import DigitalFile from "../models/digital-file"
import DigitalGrant from "../models/digital-grant"
import DigitalGrantEvent from "../models/digital-grant-event"
import DigitalProduct from "../models/digital-product"
import DownloadAccess from "../models/download-access"
import LicenceKey from "../models/licence-key"
import type DigitalProductsModuleService from "../service"

const SECRET = "a secret of the spec's own"
const NOW = new Date("2026-11-22T09:00:00Z")
const DAY = 86_400_000
const GIVEN = { now: NOW, secret: SECRET, cause: "payment.captured:capt_1" }

moduleIntegrationTestRunner<DigitalProductsModuleService>({
  moduleName: DIGITAL_PRODUCTS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [
    ...[DigitalDownload, DigitalFile, DigitalGrant, DigitalGrantEvent],
    ...[DigitalProduct, DownloadAccess, LicenceKey],
  ],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service, dbConfig }) => {
    let pool: Pool

    beforeEach(async () => {
      pool = new Pool({ connectionString: dbConfig.clientUrl, max: 4 })
      await pool.query("drop schema if exists graphile_worker cascade")
      await runMigrations({ connectionString: dbConfig.clientUrl })
    })
    afterEach(() => pool.end())

    const product = (terms: Record<string, unknown> = {}) =>
      service.createDigitalProducts({
        ...{ product_id: "prod_1", variant_id: "variant_1", ...terms },
      })

    const units = (digital_product_id: string, count: number, line = "li_1") =>
      Array.from({ length: count }, (_, index) => ({
        ...{ digital_product_id, order_id: "order_1", line_item_id: line },
        ...{ unit: index + 1, title: "E-book" },
      }))

    async function granted(terms: Record<string, unknown>, count = 1) {
      const { id } = await product(terms)
      await service.grantUnits(units(id, count), GIVEN)
      return service.listDigitalGrants({}, { order: { unit: "ASC" } })
    }

    const use = (grant_id: string, now = NOW) =>
      service.useGrant({
        ...{ grant_id, file_id: "digfile_1", now, country: null, device: null },
        expires_at: new Date(now.getTime() + 900_000),
      })

    // The attack: fifty tabs that all download at the same moment.
    it("of fifty uses at once, a limit of three gives exactly three", async () => {
      const [grant] = await granted({ download_limit: 3 })
      const uses = await Promise.all(
        Array.from({ length: 50 }, () => use(grant?.id ?? ""))
      )
      expect(uses.filter(Boolean)).toHaveLength(3)
      expect(await service.listDigitalDownloads()).toHaveLength(3)
      const [after] = await service.listDigitalGrants()
      expect(after?.downloads_used).toBe(3)
    })

    it("grants each unit once, of eight that grant at once, with one mail and one fulfilment", async () => {
      const { id } = await product()
      const results = await Promise.all(
        Array.from({ length: 8 }, () => service.grantUnits(units(id, 2), GIVEN))
      )
      expect(results.flatMap(({ granted }) => granted)).toHaveLength(2)
      const { rows } = await pool.query<{ identifier: string }>(
        `select task_identifier as identifier from graphile_worker.jobs order by 1`
      )
      expect(rows.map(({ identifier }) => identifier)).toEqual([
        "digital-products-fulfill",
        "digital-products-notify",
      ])
    })

    it("grants nothing when what follows from it cannot be queued", async () => {
      const { id } = await product()
      await pool.query("drop schema graphile_worker cascade")
      await expect(service.grantUnits(units(id, 1), GIVEN)).rejects.toThrow(
        "graphile_worker"
      )
      expect(await service.listDigitalGrants()).toEqual([])
    })

    it("fixes limit and end when it grants: neither use nor new terms move them", async () => {
      const [grant] = await granted({ access_days: 30, download_limit: 5 })
      const { id } = grant!
      expect(grant?.expires_at).toEqual(new Date(NOW.getTime() + 30 * DAY))
      await service.updateDigitalProducts({
        ...{ id: grant!.digital_product_id, access_days: 1, download_limit: 1 },
      })
      expect(await use(id)).toBeTruthy()
      expect(await use(id, new Date(NOW.getTime() + 29 * DAY))).toBeTruthy()
      expect(await use(id, new Date(NOW.getTime() + 30 * DAY))).toBeUndefined()
      const after = await service.retrieveDigitalGrant(id)
      expect(after).toMatchObject({ expires_at: grant?.expires_at })
      expect(after.downloads_used).toBe(2)
    })

    it("takes the last units of a line, and leaves the rest", async () => {
      const grants = await granted({}, 3)
      const revocation = { reason: "refunded", by: "ref_1", now: NOW }
      const ids = await service.revokeUnits(
        "order_1",
        [{ line_item_id: "li_1", count: 1 }],
        revocation
      )
      expect(ids).toEqual([grants[2]?.id])
      expect(await use(grants[2]!.id)).toBeUndefined()
      expect(await use(grants[0]!.id)).toBeTruthy()
      await service.revokeUnits("order_1", "all", revocation)
      expect(await service.listDigitalGrants({ status: "active" })).toEqual([])
    })

    // The attack: a refund while the bank still asks, and then a dispute that is won.
    it("gives nothing back by a dispute that is won what a refund took meanwhile", async () => {
      const grants = await granted({}, 3)
      const take = (
        reason: string,
        units: Parameters<typeof service.revokeUnits>[1]
      ) =>
        service.revokeUnits("order_1", units, {
          ...{ reason, by: `${reason}_1`, now: NOW },
        })
      expect(await take("disputed", "all")).toHaveLength(3)
      expect(await take("disputed", "all")).toEqual([])
      const refunded = [{ line_item_id: "li_1", count: 1 }]
      expect(await take("refunded", refunded)).toEqual([grants[2]?.id])
      expect(await service.restoreUnits("order_1", "disputed_1", "won")).toBe(2)
      await take("disputed", "all")
      expect(await take("canceled", "all")).toHaveLength(2)
      expect(await service.restoreUnits("order_1", "disputed_1", "won")).toBe(0)
    })

    it("gives one back with a reason, anew and on the terms of now", async () => {
      const [grant] = await granted({ download_limit: 1 })
      const { id } = grant!
      await use(id)
      expect(await use(id)).toBeUndefined()
      const by = { reason: "lost their disk", by: "user_1", now: NOW }
      expect(await service.regrant(id, by)).toBe(true)
      expect(await use(id)).toBeTruthy()
      expect(
        await service.listDigitalGrantEvents({
          grant_id: id,
          action: "regranted",
        })
      ).toMatchObject([{ reason: "lost their disk", actor_id: "user_1" }])
    })

    // The attack: two looks at one file, between which its bytes are replaced.
    it("sells a file as the attempt left it whose copy it is", async () => {
      const { id: digital_product_id } = await product()
      const { id } = await service.createDigitalFiles({
        ...{ digital_product_id, kind: "main", series_id: "digfile_1" },
        ...{ version: 1, filename: "a.pdf", content_type: "application/pdf" },
        ...{ size: 9, storage_key: "upload", status: "checking" },
      })
      const found = { status: "ready" as const, reason: null }
      expect(await service.claimCheck(id, "copy-1")).toBe("upload")
      expect(await service.claimCheck(id, "copy-2")).toBe("copy-1")
      expect(
        await service.settleCheck(id, "copy-1", { ...found, sha256: "old" })
      ).toBe(false)
      expect(
        await service.settleCheck(id, "copy-2", { ...found, sha256: "new" })
      ).toBe(true)
      expect(await service.retrieveDigitalFile(id)).toMatchObject({
        ...{ storage_key: "copy-2", sha256: "new", status: "ready" },
      })
      expect(await service.claimCheck(id, "copy-3")).toBeUndefined()
    })

    describe("licence keys", () => {
      const keys = ["AAAA-AAAA-0001", "AAAA-AAAA-0002", "AAAA-AAAA-0003"]

      it("go to one buyer each, of many at once, and an empty pool keeps nobody waiting for the files", async () => {
        const { id } = await product({ key_mode: "pool" })
        await service.importKeys(id, keys, SECRET)
        const results = await Promise.all(
          Array.from({ length: 5 }, (_, index) =>
            service.grantUnits(units(id, 1, `li_${index}`), GIVEN)
          )
        )
        const missing = results.reduce((sum, one) => sum + one.without_key, 0)
        expect(missing).toBe(2)
        const given = await service.listLicenceKeys()
        expect(new Set(given.map(({ grant_id }) => grant_id)).size).toBe(3)
        expect(await service.listDigitalGrants()).toHaveLength(5)

        const more = ["BBBB-BBBB-0001", "AAAA-AAAA-0001", "BBBB-BBBB-0002"]
        expect(await service.importKeys(id, more, SECRET)).toEqual({
          ...{ imported: 2, repeated: 1, filled: 2 },
        })
        expect(await service.listLicenceKeys({ grant_id: null })).toEqual([])
      })

      // The attack: reading the keys in the database.
      it("rest sealed, and open with the suite's secret alone", async () => {
        const { id } = await product({ key_mode: "pool" })
        await service.importKeys(id, keys, SECRET)
        const { rows } = await pool.query(
          "select key::text from licence_key key"
        )
        expect(JSON.stringify(rows)).not.toContain("AAAA-AAAA")
        const kept = await service.listLicenceKeys()
        expect(
          kept.map(({ sealed }) => openKey(sealed, SECRET)).sort()
        ).toEqual(keys)
        expect(() => openKey(kept[0]!.sealed, "another secret")).toThrow()
      })

      const warnings = async () => {
        const { rows } = await pool.query<{ id: string }>(
          `select job.payload->>'digital_product_id' as id from graphile_worker._private_jobs job
           join graphile_worker._private_tasks task on task.id = job.task_id
           where task.identifier = 'digital-products-warn'`
        )
        return rows.map(({ id }) => id)
      }

      it("are warned of once each time that their pool falls low, of many grants at once", async () => {
        const { id } = await product({
          ...{ key_mode: "pool", low_pool_threshold: 2 },
        })
        await service.importKeys(id, [...keys, "CCCC-CCCC-0001"], SECRET)
        const grant = (line: string) =>
          service.grantUnits(units(id, 1, line), GIVEN)
        await grant("li_first")
        expect(await warnings()).toEqual([])
        await Promise.all(
          Array.from({ length: 5 }, (_, index) => grant(`li_${index}`))
        )
        expect(await warnings()).toEqual([id])

        const more = Array.from({ length: 6 }, (_, n) => `DDDD-DDDD-000${n}`)
        expect((await service.importKeys(id, more, SECRET)).filled).toBe(2)
        await grant("li_second")
        expect(await warnings()).toEqual([id])
        await grant("li_third")
        await grant("li_fourth")
        expect(await warnings()).toEqual([id, id])
      })

      it("are warned of when there never were enough", async () => {
        const { id } = await product({ key_mode: "pool" })
        await service.grantUnits(units(id, 2), GIVEN)
        await service.importKeys(id, keys, SECRET)
        await service.grantUnits(units(id, 1, "li_2"), GIVEN)
        expect(await warnings()).toEqual([id])
      })

      it("are warned of when an import leaves too few behind those who waited", async () => {
        const { id } = await product({
          ...{ key_mode: "pool", low_pool_threshold: 1 },
        })
        await service.grantUnits(units(id, 2), GIVEN)
        expect(await warnings()).toEqual([id])
        expect((await service.importKeys(id, keys, SECRET)).filled).toBe(2)
        expect(await warnings()).toEqual([id, id])
      })

      it("are made where that is chosen, one per unit", async () => {
        await granted({ key_mode: "generated" }, 3)
        const made = await service.listLicenceKeys()
        const open = made.map(({ sealed }) => openKey(sealed, SECRET))
        expect(new Set(open).size).toBe(3)
        expect(open[0]).toMatch(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/)
      })
    })

    // The attack: reading the tokens of mails in the database.
    it("keeps no token, and gives the same one again", async () => {
      const tokens = await Promise.all(
        Array.from({ length: 5 }, () => service.accessToken("order_1", SECRET))
      )
      expect(new Set(tokens).size).toBe(1)
      const [token = ""] = tokens
      expect(await service.findOrderOfToken(token)).toBe("order_1")
      expect(
        await service.findOrderOfToken(`${token.slice(0, -1)}x`)
      ).toBeUndefined()
      const { rows } = await pool.query("select a::text from download_access a")
      expect(JSON.stringify(rows)).not.toContain(token)
    })
  },
})
