import type { SqlExecutor } from "../../../utils/add-job"
import { takeFeesAlong, withWaitingFees } from "../take-fees-along"

const LAMP = { id: "ordli_lamp", quantity: 2 }
const FEE = { id: "ordli_fee", quantity: 1 }
const parcel = {
  order_id: "order_1",
  reference: "fulfillment",
  reference_id: "ful_1",
  items: [LAMP],
}

/** A database in which one fee waits, and what was written to it. */
function databaseWithFee() {
  const written: unknown[][] = []
  const sql: SqlExecutor = {
    execute: async (statement, values = []) => {
      if (!statement.includes("insert into")) {
        return [{ id: FEE.id, title: "Cash on delivery fee" }]
      }
      written.push(values)
      return []
    },
  }
  return { sql, written }
}

describe("A parcel of an order with a fee that none has yet", () => {
  it("takes it along, in the books and in the box", async () => {
    const { sql, written } = databaseWithFee()
    expect(await withWaitingFees(sql, parcel)).toEqual({
      ...parcel,
      items: [LAMP, FEE],
    })
    expect(written).toEqual([
      [
        expect.stringMatching(/^fulit_/),
        "Cash on delivery fee",
        FEE.id,
        "ful_1",
      ],
    ])
  })

  it("takes it once when somebody put it in by hand", async () => {
    const { sql, written } = databaseWithFee()
    const byHand = { ...parcel, items: [FEE] }
    expect(await withWaitingFees(sql, byHand)).toEqual(byHand)
    expect(written).toEqual([])
  })

  it("takes nothing along that is no parcel", async () => {
    const { sql } = databaseWithFee()
    for (const other of [
      { ...parcel, reference: "return" },
      { ...parcel, reference_id: undefined },
    ]) {
      expect(await withWaitingFees(sql, other)).toBe(other)
    }
  })
})

describe("Medusa's Order Module", () => {
  it("is taught once, and called with what else the parcel takes", async () => {
    const register = jest.fn().mockResolvedValue(undefined)
    const orders = { registerFulfillment: register }
    const add: Parameters<typeof takeFeesAlong>[1] = (given) =>
      Promise.resolve({ ...given, items: [...given.items, FEE] })
    expect(takeFeesAlong(orders, add)).toBe(true)
    expect(takeFeesAlong(orders, add)).toBe(true)
    await orders.registerFulfillment(parcel, "context")
    expect(register.mock.calls).toEqual([
      [{ ...parcel, items: [LAMP, FEE] }, "context"],
    ])
  })

  it("is left alone when it has no such method", () => {
    expect(takeFeesAlong({}, (given) => Promise.resolve(given))).toBe(false)
  })
})
