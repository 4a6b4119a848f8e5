import path from "node:path"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type {
  CreateReservationItemInput,
  IInventoryService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { guardStock, type StockKeeper } from "../guard-stock"

const INVENTORY = path.resolve("node_modules/@medusajs/inventory")
const HERE = "sloc_here"

moduleIntegrationTestRunner<IInventoryService>({
  moduleName: Modules.INVENTORY,
  resolve: INVENTORY,
  pathToMigrations: path.join(INVENTORY, "dist/migrations"),
  testSuite: ({ service }) => {
    let item: string

    beforeEach(async () => {
      // The runner's `service` stands before the real one.
      const keeper = MedusaModule.getModuleInstance(Modules.INVENTORY)[
        Modules.INVENTORY
      ] as StockKeeper
      expect(guardStock(keeper)).toBe(true)
      const created = await service.createInventoryItems({ sku: "lamp" })
      item = created.id
      await service.createInventoryLevels({
        inventory_item_id: item,
        location_id: HERE,
        stocked_quantity: 2,
      })
    })

    const line = (
      quantity: number,
      more: Partial<CreateReservationItemInput> = {}
    ): CreateReservationItemInput => ({
      inventory_item_id: item,
      location_id: HERE,
      quantity,
      ...more,
    })

    const reserved = async () =>
      Number(await service.retrieveReservedQuantity(item, [HERE]))

    describe("two units of stock", () => {
      // The attack: one cart, one item, several lines that differ in their metadata.
      it("are not reserved by lines that want three together, and Medusa's own words say so", async () => {
        await expect(
          service.createReservationItems([line(2), line(1)])
        ).rejects.toMatchObject({
          type: "not_allowed",
          message: `Not enough stock available for item ${item} at location ${HERE}`,
        })
        expect(await reserved()).toBe(0)
        expect(await service.listReservationItems({})).toEqual([])
      })

      it("are reserved by two lines of one, and by one line of two", async () => {
        await service.createReservationItems([line(1), line(1)])
        expect(await reserved()).toBe(2)
        await expect(service.createReservationItems(line(1))).rejects.toThrow(
          "Not enough stock"
        )
      })

      it("let a line that may be backordered through", async () => {
        const backorder = line(5, { allow_backorder: true })
        await service.createReservationItems([backorder, line(1)])
        expect(await reserved()).toBe(6)
      })

      it("are not exceeded by changing two reservations at once", async () => {
        const [one, other] = await service.createReservationItems([
          line(0.5),
          line(0.5),
        ])
        await expect(
          service.updateReservationItems([
            { id: one?.id ?? "", quantity: 1.5 },
            { id: other?.id ?? "", quantity: 1.5 },
          ])
        ).rejects.toThrow("Not enough stock")
      })

      // The attack: no lock of Medusa's around the call, as on two instances whose locks do not meet.
      it("go to two of twenty that ask at the same moment without any lock", async () => {
        const asked = Array.from({ length: 20 }, () =>
          service.createReservationItems([line(1)])
        )
        const results = await Promise.allSettled(asked)
        const taken = results.filter(({ status }) => status === "fulfilled")
        expect(taken).toHaveLength(2)
        expect(await reserved()).toBe(2)
      })
    })
  },
})
